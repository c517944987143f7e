"""The fixed words of the project file: every enumeration that a field can take."""

from __future__ import annotations

from enum import StrEnum


class Scenario(StrEnum):
    """What kind of project it is."""

    PRODUCT_LAUNCH = "product-launch"
    PROCESS_IMPROVEMENT = "process-improvement"
    MAJOR_EVENT = "major-event"
    STRATEGY_BREAKDOWN = "strategy-breakdown"
    COMPLIANCE = "compliance"
    OTHER = "other"


class Stage(StrEnum):
    """How far the project is; checks are cumulative in this order."""

    INITIATING = "initiating"
    PLANNING = "planning"
    EXECUTING = "executing"
    CLOSING = "closing"

    def reaches(self, other: Stage) -> bool:
        """Return whether a project at this stage has come to `other` or beyond."""
        order = list(Stage)
        return order.index(self) >= order.index(other)


class DocumentStatus(StrEnum):
    """How binding a document is."""

    DRAFT = "draft"
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"


class Sensitivity(StrEnum):
    """Who may read a document."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


class Level(StrEnum):
    """The project's level in the company, A the highest."""

    A = "A"
    B = "B"
    C = "C"


class Weekday(StrEnum):
    """A day of the week, Monday first."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class Reply(StrEnum):
    """The answer to a department's need."""

    ACCEPTED = "accepted"
    ADJUSTED = "adjusted"
    DEFERRED = "deferred"


class Priority(StrEnum):
    """A task's priority, P0 the most urgent."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


class TaskStatus(StrEnum):
    """A task's declared status; late is computed, never declared."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    CANCELLED = "cancelled"


class ResourceKind(StrEnum):
    """What kind of resource is needed."""

    PEOPLE = "people"
    BUDGET = "budget"
    EQUIPMENT = "equipment"
    SYSTEM = "system"
    VENUE = "venue"
    DATA = "data"


class Commitment(StrEnum):
    """How far a provider has committed a resource."""

    COMMITTED = "committed"
    PARTIAL = "partial"
    OPEN = "open"


class Aspect(StrEnum):
    """What a trade-off weighs."""

    QUALITY = "quality"
    SCHEDULE = "schedule"
    SCOPE = "scope"
    COST = "cost"


class Grade(StrEnum):
    """An issue's grade."""

    GENERAL = "general"
    KEY = "key"


class IssueStatus(StrEnum):
    """How far an issue is."""

    OPEN = "open"
    DOING = "doing"
    RESOLVED = "resolved"
    CLOSED = "closed"


class DecisionLevel(StrEnum):
    """Who decides: the project manager, the department heads, or the executive above them."""

    MANAGER = "manager"
    HEADS = "heads"
    EXECUTIVE = "executive"


class ActionStatus(StrEnum):
    """How far an action is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    CANCELLED = "cancelled"


class RiskCategory(StrEnum):
    """Where a risk comes from."""

    PEOPLE = "people"
    TECHNICAL = "technical"
    SCHEDULE = "schedule"
    COST = "cost"
    SUPPLY = "supply"
    COMPLIANCE = "compliance"
    EXTERNAL = "external"


class RiskStrategy(StrEnum):
    """How a risk is met."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class RiskStatus(StrEnum):
    """How far a risk is."""

    OPEN = "open"
    HAPPENED = "happened"
    CLOSED = "closed"


class Light(StrEnum):
    """Red: act at once; amber: watch; green: normal."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


class Trend(StrEnum):
    """Where things are heading."""

    UP = "up"
    FLAT = "flat"
    DOWN = "down"


class ChangeCategory(StrEnum):
    """What a change moves."""

    SCOPE = "scope"
    GOAL = "goal"
    SCHEDULE = "schedule"
    COST = "cost"
    RESOURCE = "resource"
    QUALITY = "quality"


class ChangeDecision(StrEnum):
    """What was decided about a change."""

    APPROVED = "approved"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    MERGED = "merged"


class MeetingKind(StrEnum):
    """What a meeting is for."""

    KICKOFF = "kickoff"
    ALIGNMENT = "alignment"
    WEEKLY = "weekly"
    SPECIAL = "special"
    REVIEW = "review"


class Rating(StrEnum):
    """High, medium or low."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Engagement(StrEnum):
    """How far a stakeholder is engaged."""

    UNAWARE = "unaware"
    RESISTANT = "resistant"
    NEUTRAL = "neutral"
    SUPPORTIVE = "supportive"
    LEADING = "leading"


class Opinion(StrEnum):
    """What a signer says."""

    AGREE = "agree"
    RESERVATION = "reservation"
    DISAGREE = "disagree"


class LessonKind(StrEnum):
    """Whether something went well or is to be improved."""

    GOOD = "good"
    IMPROVE = "improve"


class LessonCategory(StrEnum):
    """What a lesson is about."""

    GOAL = "goal"
    ROLES = "roles"
    COMMUNICATION = "communication"
    RESOURCE = "resource"
    RISK = "risk"
    TECHNICAL = "technical"
    PROCESS = "process"
    OTHER = "other"


class Verdict(StrEnum):
    """The result of an acceptance."""

    ACCEPTED = "accepted"
    CONDITIONAL = "conditional"
    REJECTED = "rejected"


class AcceptanceMethod(StrEnum):
    """How a deliverable was verified."""

    REVIEW = "review"
    TEST = "test"
    SAMPLING = "sampling"
    DEMO = "demo"


class CloseoutKind(StrEnum):
    """How the project ends."""

    NORMAL = "normal"
    TERMINATED = "terminated"
    SUSPENDED = "suspended"


class ReleaseArea(StrEnum):
    """What is released and settled at closing."""

    PEOPLE = "people"
    BUDGET = "budget"
    CONTRACTS = "contracts"
    ACCESS = "access"
    ASSETS = "assets"
    GROUPS = "groups"
