"""How people appear, what else is printed, and the words every summary starts with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.operations.sharing import delete_share, set_up_summary
from exporters.summaries.story import settings_for
from models.rows import ReviewRow
from models.snapshot import Snapshot
from models.times.show import short_day
from models.values import Audience, Naming
from views.bound import bound_text
from views.context import Context
from views.widgets.buttons import link_button
from views.widgets.fields import Field
from views.widgets.segment import Option, Segment
from views.widgets.text import Hairline, Text

NAMINGS = {Naming.ROLES: "Roles", Naming.ALIASES: "Aliases", Naming.NAMES: "Names"}
PRINTED = {
    "with_open_questions": "Open questions",
    "with_what_held": "What held",
    "with_timeline_picture": "Timeline picture",
    "with_declined": "Declined ideas",
}


class SettingsPart(QWidget):
    """The column below the readers."""

    names_wanted = Signal()

    def __init__(self, context: Context, review_id: str) -> None:
        super().__init__()
        self._context = context
        self._review_id = review_id
        self._audience = Audience.LEADERSHIP
        theme = context.theme
        target = (ReviewRow, review_id, "top_insight")
        self.insight = bound_text(context, "Top insight", target, role="voice_small", lines=2)
        terms = (ReviewRow, review_id, "glossary")
        self.glossary = bound_text(context, "Glossary", terms, hint="term: meaning", lines=2)
        background = (ReviewRow, review_id, "background")
        self.background = bound_text(context, "How it works", background, lines=2)
        self._naming = Segment(
            theme, "People appear as", [Option(n.value, w) for n, w in NAMINGS.items()]
        )
        self._naming.chosen.connect(self._on_naming)
        self.ticks: dict[str, QCheckBox] = {}
        self._shares = QVBoxLayout()
        self._build()

    def show_snapshot(self, snapshot: Snapshot, audience: Audience) -> None:
        """Show the settings of one summary, and the shares of the review."""
        self._audience = audience
        settings = settings_for(snapshot, audience)
        self._naming.choose(settings.naming.value)
        for column, tick in self.ticks.items():
            tick.setChecked(bool(getattr(settings, column)))
        self._show_shares(snapshot)

    def flush(self) -> None:
        """Store what is still being typed."""
        for field in (self.insight, self.glossary, self.background):
            field.flush()

    def store(self, column: str, value: Naming | bool) -> None:  # noqa: FBT001
        """Store one setting of the chosen summary."""
        changed = set_up_summary(self._review_id, self._audience, column, value)
        self._context.workspace.run(changed)

    def _build(self) -> None:
        theme = self._context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(Field(theme, "Top insight", self.insight))
        column.addWidget(Hairline(theme))
        column.addWidget(Text(theme, "People appear as", role="small", weight=600, colour="ink2"))
        column.addWidget(self._naming)
        column.addWidget(Text(theme, "Also printed", role="small", weight=600, colour="ink2"))
        for name, said in PRINTED.items():
            tick = QCheckBox(said)
            tick.clicked.connect(partial(self._on_tick, name))
            self.ticks[name] = tick
            column.addWidget(tick)
        column.addWidget(Hairline(theme))
        column.addWidget(Text(theme, "Shared", role="small", weight=600, colour="ink2"))
        column.addLayout(self._shares)
        column.addWidget(Hairline(theme))
        column.addWidget(Field(theme, "Glossary", self.glossary))
        column.addWidget(Field(theme, "How it works", self.background))

    def _show_shares(self, snapshot: Snapshot) -> None:
        while (item := self._shares.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        theme = self._context.theme
        if not snapshot.shares:
            self._shares.addWidget(Text(theme, "With nobody yet.", colour="ink2"))
        for share in snapshot.shares:
            day = short_day(share.shared_at, snapshot.review.zone)
            said = ", ".join(filter(None, (day, share.to_whom, share.way)))
            self._shares.addWidget(Text(theme, said, role="small", wrap=True))
            away = link_button(theme, "Take off the record", small=True)
            away.setAccessibleName(f"Take off the record: {said}")
            away.clicked.connect(partial(self._on_taken_off, share.id))
            self._shares.addWidget(away)

    def _on_tick(self, column: str) -> None:
        self.store(column, self.ticks[column].isChecked())

    def _on_taken_off(self, share_id: str) -> None:
        self._context.workspace.run(delete_share(share_id))
        self._context.shell.toast("Share deleted", undo=True)

    @Slot(str)
    def _on_naming(self, key: str) -> None:
        if Naming(key) is Naming.NAMES:
            self.names_wanted.emit()
        else:
            self.store("naming", Naming(key))
