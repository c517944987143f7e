"""Names and ids that lead nowhere."""

from __future__ import annotations

from collabkit.finding import Rule
from collabkit.rules.reference import (
    department_undeclared,
    dependency_unknown,
    id_twice,
    provider_unknown,
    unknown_person,
    unknown_reference,
)

RULES: tuple[Rule, ...] = (
    unknown_person.RULE,
    department_undeclared.RULE,
    dependency_unknown.RULE,
    unknown_reference.RULE,
    provider_unknown.RULE,
    id_twice.RULE,
)
