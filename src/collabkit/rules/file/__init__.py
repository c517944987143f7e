"""What is wrong with the file itself: its text and its fields."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.file import (
    comma_splits_list,
    date_invalid,
    date_not_iso,
    duplicate_key,
    file_limit,
    hash_cuts_text,
    missing_field,
    not_text,
    null_key_from_comma,
    unknown_field,
    value_out_of_range,
    week_outside_project,
    wrong_type,
    yaml_syntax,
)

RULES: tuple[Rule, ...] = (
    yaml_syntax.RULE,
    not_text.RULE,
    file_limit.RULE,
    duplicate_key.RULE,
    null_key_from_comma.RULE,
    unknown_field.RULE,
    missing_field.RULE,
    wrong_type.RULE,
    date_invalid.RULE,
    date_not_iso.RULE,
    value_out_of_range.RULE,
    week_outside_project.RULE,
    comma_splits_list.RULE,
    hash_cuts_text.RULE,
)
