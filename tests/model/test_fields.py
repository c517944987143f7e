"""What the models say of their fields is said in one place, once."""

from datetime import date

import pytest
from pydantic import BaseModel

from collabkit.lang import Text
from collabkit.model import Project
from collabkit.model.about import About
from collabkit.model.calendar import Calendar
from collabkit.model.document import Documents
from collabkit.model.fields import fields_of, models_under
from collabkit.model.goal import Subgoal
from collabkit.model.handover import Handover
from collabkit.model.risk import Risk
from collabkit.model.scope import Scope
from collabkit.model.task import Task
from collabkit.model.week import Week
from collabkit.model.words import Stage, Weekday


def test_a_field_has_the_key_of_the_file_and_the_name_of_the_attribute():
    assert [(field.name, field.key) for field in fields_of(Handover).values()][:2] == [("from_", "from"), ("to", "to")]


def test_a_plain_field_tells_its_type_its_meaning_and_whether_it_may_be_empty():
    start = fields_of(Task)["start"]
    assert (start.type, start.optional, start.required, start.needed) == (date, True, False, False)
    assert start.text == start.label == Text("计划开始", "Planned start")
    assert start.one is start and not start.is_list and not start.is_table


def test_a_label_is_the_first_phrase_of_the_meaning():
    assert fields_of(Task)["owner"].label == Text("负责人", "Owner")


def test_what_cannot_be_read_without_is_required_and_what_says_nothing_without_is_needed():
    assert [key for key, field in fields_of(About).items() if field.required] == ["name", "manager", "start", "end"]
    assert [key for key, field in fields_of(Task).items() if field.needed] == ["name"]


def test_fixed_words_are_told_of_a_value_and_of_a_list():
    assert fields_of(About)["stage"].words == tuple(Stage)
    days = fields_of(Calendar)["workdays"]
    assert days.is_list and not days.words and days.one.words == tuple(Weekday)
    assert fields_of(Project)["collabkit"].constants == ("1",)


def test_ids_are_told_of_a_value_of_a_list_and_of_the_keys_of_a_table():
    fields = fields_of(Task)
    assert fields["owner"].ref and fields["owner"].ref.sections == ("people",)
    assert fields["team"].ref is None and fields["team"].one.ref == fields["owner"].ref
    support = fields["support"]
    assert support.key_ref and support.key_ref.sections == ("departments",) and support.one.ref is None
    assert fields["department"].ref == support.key_ref and fields["department"].key_ref is None


def test_an_entry_of_a_table_may_be_empty_where_the_model_says_so():
    assert fields_of(Task)["support"].one.optional
    assert not fields_of(Scope)["in"].one.optional


def test_limits_are_told_whether_they_refuse_a_number_or_only_doubt_it():
    fields = fields_of(Task)
    assert (fields["progress"].least, fields["progress"].most, fields["progress"].range) == (0, 100, None)
    assert (fields_of(Risk)["likelihood"].least, fields_of(Risk)["likelihood"].most) == (1, 5)
    effort = fields["effort"]
    assert effort.least is None and effort.range and effort.range.least == 0


def test_entries_lead_to_their_model():
    fields = fields_of(Project)
    assert (fields["tasks"].model, fields["tasks"].one.model, fields["tasks"].is_table) == (None, Task, True)
    assert (fields["weeks"].one.model, fields["handovers"].one.model) == (Week, Handover)
    assert (fields["project"].model, fields["project"].one.model) == (About, About)


def test_an_heir_knows_which_fields_are_its_own():
    own = [key for key, field in fields_of(Subgoal).items() if field.own]
    assert own == ["goal", "weight", "appraisal"]


@pytest.mark.parametrize("model", models_under(Project))
def test_every_field_of_every_model_says_what_it_means_in_both_languages(model: type[BaseModel]):
    assert [
        key for key, field in fields_of(model).items() if not (field.text and field.text.zh and field.text.en)
    ] == []


def test_every_model_is_found_once_and_from_the_project_on():
    found = models_under(Project)
    assert found[0] is Project and len(set(found)) == len(found) > 40 and Documents in found
