"""Which page shows which stage; each is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from models.values import Stage
from views.context import Context
from views.feed import SnapshotFeed
from views.page import StagePage
from views.selection import Selection

Maker: TypeAlias = Callable[[Context, SnapshotFeed, Selection], StagePage]

PLACES: dict[Stage, tuple[str, str]] = {
    Stage.PREPARE: ("views.prepare.page", "PreparePage"),
    Stage.GATHER: ("views.gather.page", "GatherPage"),
    Stage.TIMELINE: ("views.timeline.page", "TimelinePage"),
    Stage.EXPLORE: ("views.explore.page", "ExplorePage"),
    Stage.FACTORS: ("views.factors.page", "FactorsPage"),
    Stage.ACTIONS: ("views.actions.page", "ActionsPage"),
    Stage.SHARE: ("views.share.page", "SharePage"),
    Stage.REFLECT: ("views.reflect.page", "ReflectPage"),
}
"""Stage -> module and class of its page."""


def make_page(
    stage: Stage, context: Context, feed: SnapshotFeed, selection: Selection
) -> StagePage:
    """Import and build the page of a stage."""
    module, name = PLACES[stage]
    maker: Maker = getattr(import_module(module), name)
    return maker(context, feed, selection)
