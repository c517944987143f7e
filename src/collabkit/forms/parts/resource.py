"""Resources: what is needed, what is promised, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.model.resource import Resource
from collabkit.model.words import Commitment


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One resource; `need` names the person when one is named."""

    department: Value
    kind: Value
    need: Value
    quantity: Value
    period: Value
    provider: Value
    status: Value


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A resource that one department needs and another promises; `status` is a row of tick boxes."""

    department: Value
    kind: Value
    need: Value
    quantity: Value
    period: Value
    provider: Value
    status: str
    gap_plan: Value


@dataclass(frozen=True, slots=True)
class GapRow:
    """A resource that is not fully committed."""

    need: Value
    department: Value
    provider: Value
    status: Value
    gap_plan: Value


def resource_row(page: Formatter, resource: Resource) -> ResourceRow:
    """Return a resource as the project asks for it."""
    return ResourceRow(
        department=page.need(page.department(resource.department)),
        kind=page.need(page.word(resource.kind)),
        need=page.need(page.sentences([resource.need, page.person(resource.person)])),
        quantity=page.maybe(resource.quantity),
        period=page.maybe(page.period(resource.from_, resource.to)),
        provider=page.need(page.party(resource.provider)),
        status=page.need(page.word(resource.status)),
    )


def commitment_row(page: Formatter, resource: Resource) -> CommitmentRow:
    """Return a resource as one department promises it to another."""
    settled = resource.status is Commitment.COMMITTED
    return CommitmentRow(
        department=page.need(page.department(resource.department)),
        kind=page.need(page.word(resource.kind)),
        need=page.need(page.sentences([resource.need, page.person(resource.person)])),
        quantity=page.need(page.sentences([resource.quantity, page.share(resource.allocation)])),
        period=page.need(page.period(resource.from_, resource.to)),
        provider=page.need(page.party(resource.provider)),
        status=page.boxes(Commitment, {resource.status}),
        gap_plan=page.maybe(resource.gap_plan) if settled else page.need(resource.gap_plan),
    )


def gap_row(page: Formatter, resource: Resource) -> GapRow:
    """Return a resource that is lacking, and what is done about it."""
    return GapRow(
        need=page.need(page.sentences([resource.need, page.person(resource.person), resource.quantity])),
        department=page.need(page.department(resource.department)),
        provider=page.need(page.party(resource.provider)),
        status=page.need(page.word(resource.status)),
        gap_plan=page.need(resource.gap_plan),
    )
