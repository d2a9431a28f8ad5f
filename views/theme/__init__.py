"""The look: tokens, the theme that follows the system, and the icons."""

from views.theme.theme import Mode, Theme

__all__ = ["Mode", "Theme"]
