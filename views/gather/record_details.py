"""The details of a record: its raw text, how its time was written, and the way to the timeline."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.attachments import attachment_path
from app.operations.records import EventWording
from guides.kinds import KIND_TITLES
from models.rows import AttachmentRow, EventRow, RecordRow, SourceRow
from models.snapshot import Snapshot
from models.values import EventKind, RecordState
from views.binding import bind_text
from views.context import Context
from views.gather.picture_box import PictureBox
from views.gather.record_words import (
    MONO,
    as_written,
    kind_of,
    lane_of,
    lanes_of,
    shown_text,
    title_of,
)
from views.gather.tray_lines import ICONS
from views.widgets.buttons import link_button, primary_button, quiet_button
from views.widgets.fields import Choice, Field
from views.widgets.flow import FlowLayout
from views.widgets.line_field import LineField
from views.widgets.paint import rounded
from views.widgets.text import Text
from views.widgets.text_field import TextField

_OWN_LANE = "\N{EM DASH}"
_PICTURE_HEIGHT = 150


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with what belongs to it."""

    record: RecordRow
    source: SourceRow | None
    picture: AttachmentRow | None
    event: EventRow | None


def shown_record(record: RecordRow, snapshot: Snapshot) -> Shown:
    """Gather what belongs to a record."""
    linked = {link.event_id for link in snapshot.event_records if link.record_id == record.id}
    return Shown(
        record,
        next((each for each in snapshot.sources if each.id == record.source_id), None),
        next(
            (
                each
                for each in snapshot.attachments
                if each.sha256 == record.identity and each.source_id == record.source_id
            ),
            None,
        ),
        next((event for event in snapshot.events if event.id in linked), None),
    )


class RecordDetails(QWidget):
    """One record. Its signals ask; the page does."""

    promote_asked = Signal()
    link_asked = Signal()
    gap_asked = Signal()
    event_asked = Signal(str)
    take_off_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Shown | None = None
        self._alt: TextField | None = None
        self._build()

    def show_record(self, shown: Shown, snapshot: Snapshot) -> None:
        """Show a record; what is being worded for it stays while it is the same one."""
        is_new = self._shown is None or self._shown.record.id != shown.record.id
        self._shown = shown
        record, zone = shown.record, snapshot.review.zone
        self._name.setText(shown.source.name if shown.source else "")
        self._icon.show_icon(ICONS[record.kind])
        self._place.setText(record.channel)
        self._raw.show_raw(shown_text(record), mono=record.kind in MONO)
        self._time.setText(as_written(record, shown.source, zone))
        self._show_picture(shown, is_new=is_new)
        self._show_wording(shown, snapshot, is_new=is_new)
        on_timeline = record.state is RecordState.ON_TIMELINE and shown.event is not None
        self._new.setVisible(not on_timeline)
        self._there.setVisible(on_timeline)
        self._event.setText(shown.event.title if shown.event else "")

    def wording(self) -> EventWording:
        """Give how the record is to read on the timeline."""
        lane = self._lane.choice()
        title = self._title.text().strip() or self._title.placeholderText()
        return EventWording(title=title, kind=EventKind(self._kind.choice()), lane=lane)

    def record_id(self) -> str:
        """Give the id of the record shown; empty where there is none."""
        return self._shown.record.id if self._shown else ""

    def flush(self) -> None:
        """Store what is still being typed."""
        if self._alt is not None:
            self._alt.flush()

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(self._build_head())
        self._raw = _RawText(self._context)
        self._picture = PictureBox(theme, _PICTURE_HEIGHT)
        self._alt_place = QVBoxLayout()
        self._time = Text(theme, role="small", colour="ink2", wrap=True)
        column.addWidget(self._raw)
        column.addWidget(self._picture)
        column.addLayout(self._alt_place)
        column.addWidget(self._time)
        self._new = self._build_new()
        self._there = self._build_there()
        column.addWidget(self._new)
        column.addWidget(self._there)

    def _build_head(self) -> QHBoxLayout:
        theme, px = self._context.theme, self._context.theme.px
        self._icon = _Icon(self._context)
        self._name = Text(theme, weight=600)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place = Text(theme, role="small", colour="ink2")
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._icon)
        head.addWidget(self._name, 1)
        head.addWidget(self._place)
        return head

    def _build_new(self) -> QWidget:
        theme, px = self._context.theme, self._context.theme.px
        self._title = LineField(theme, "On the timeline as")
        self._title.keep_own_undo()
        self._title.returnPressed.connect(self.promote_asked)
        self._kind = Choice(theme, "Kind", icon="kind.normal")
        self._kind.show_options([(kind.value, said) for kind, said in KIND_TITLES.items()])
        self._lane = Choice(theme, "Lane")
        two = QHBoxLayout()
        two.setSpacing(px(12))
        two.addWidget(Field(theme, "Kind", self._kind), 1)
        two.addWidget(Field(theme, "Lane", self._lane), 1)
        promote = primary_button(theme, "Put on timeline", keys="E")
        link, gap = quiet_button(theme, "Add to an event"), quiet_button(theme, "Gap")
        gap.setToolTip("Gap  G")
        for button, asked in (
            (promote, self.promote_asked),
            (link, self.link_asked),
            (gap, self.gap_asked),
        ):
            button.clicked.connect(asked)
        keys = _WrappingRow(theme.px(4), (promote, link, gap))
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Field(theme, "On the timeline as", self._title))
        column.addLayout(two)
        column.addWidget(keys)
        return part

    def _build_there(self) -> QWidget:
        theme, px = self._context.theme, self._context.theme.px
        self._event = Text(theme, wrap=True)
        show, off = link_button(theme, "Show it there"), link_button(theme, "Take it off")
        gap = link_button(theme, "Gap")
        show.clicked.connect(self._on_show)
        off.clicked.connect(self.take_off_asked)
        gap.clicked.connect(self.gap_asked)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(Text(theme, "On the timeline as", role="small", weight=500, colour="ink2"))
        column.addWidget(self._event)
        column.addWidget(_WrappingRow(px(16), (show, off, gap)))
        return part

    def _show_picture(self, shown: Shown, *, is_new: bool) -> None:
        picture = shown.picture
        self._picture.setVisible(picture is not None)
        self._raw.setVisible(picture is None)
        if is_new and self._alt is not None:
            self._alt.flush()
            while (item := self._alt_place.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
            self._alt = None
        if picture is None:
            return
        path = attachment_path(self._context.workspace.ledger.path, picture.sha256)
        self._picture.show_picture(path, picture.alt_text or picture.shown_name)
        if self._alt is None:
            theme = self._context.theme
            hint = "For those who cannot see it, and for the report"
            self._alt = TextField(theme, "What it shows", hint=hint, lines=2)
            self._alt_place.addWidget(Field(theme, "What it shows", self._alt))
            bind_text(self._context, self._alt, AttachmentRow, picture.id, "alt_text")

    def _show_wording(self, shown: Shown, snapshot: Snapshot, *, is_new: bool) -> None:
        record = shown.record
        alt = shown.picture.alt_text if shown.picture else ""
        lanes = lanes_of(snapshot)
        chosen = lane_of(record, snapshot) if is_new else self._lane.choice()
        options = [("", _OWN_LANE), *((lane, lane) for lane in lanes)]
        self._lane.show_options(options, chosen)
        self._title.setPlaceholderText(title_of(record, alt))
        if is_new:
            self._title.setText(title_of(record, alt))
            self._title.setCursorPosition(0)
            self._kind.choose(kind_of(record).value)

    @Slot()
    def _on_show(self) -> None:
        if self._shown is not None and self._shown.event is not None:
            self.event_asked.emit(self._shown.event.id)


class _RawText(QWidget):
    """The raw text in a well: sans, log lines in the fixed face."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._text = TextField(context.theme, "As it came in", role="small")
        self._text.make_bare()
        self._text.setReadOnly(True)
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        pad = context.theme.px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad - 2, pad, pad - 2)
        column.addWidget(self._text)

    def show_raw(self, text: str, *, mono: bool) -> None:
        """Show a text."""
        theme = self._context.theme
        face = theme.mono() if mono else theme.font("body")
        if self._text.document().defaultFont() != face:
            self._text.document().setDefaultFont(face)
        self._text.show_text(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well."""
        theme = self._context.theme
        box = QRectF(self.rect())
        rounded(QPainter(self), box, theme.radius("control"), fill=theme.colour("sunken"))


class _Icon(QWidget):
    """The sign of a kind."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self._name = "record.file"
        side = self._theme.px(16)
        self.setFixedSize(side, side)

    def show_icon(self, name: str) -> None:
        """Show another sign."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        self._theme.icons.paint(QPainter(self), QRectF(self.rect()), self._name, "ink2")


class _WrappingRow(QWidget):
    """Buttons that go on in a second row where the width ends."""

    def __init__(self, across: int, buttons: tuple[QWidget, ...]) -> None:
        super().__init__()
        flow = FlowLayout(self, across, 4)
        for button in buttons:
            flow.addWidget(button)
