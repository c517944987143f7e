"""Lights, computed and declared."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.model import Light
from collabkit.model.week import Week


@dataclass(frozen=True, slots=True)
class Lights:
    """A light twice: computed from the data, and declared by the project manager (a dash when not)."""

    computed: Value
    declared: Value
    shown: Value


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The five lights whose worst is the project's."""

    schedule: Lights
    cost: Lights
    quality: Lights
    resources: Lights
    risk: Lights


def lights_of(page: Formatter, computed: Light, declared: Light | None) -> Lights:
    """Return a light as computed and as declared; the declared one is shown where there is one."""
    return Lights(
        computed=page.need(page.light(computed)),
        declared=page.maybe(page.light(declared)),
        shown=page.need(page.light(declared or computed)),
    )


def dimension_lights(page: Formatter, said: Week) -> Dimensions:
    """Return the light of every dimension, with what the week's report declares."""
    return Dimensions(
        **{key: lights_of(page, light, getattr(said.dimensions, key)) for key, light in page.plan.dimensions.items()}
    )
