"""How the levels of privacy are called on a screen, and who sees each."""

from __future__ import annotations

from models.values import Privacy

PRIVACY_TITLES: dict[Privacy, str] = {
    Privacy.PRIVATE: "Only you",
    Privacy.OFF_RECORD: "Off the record",
    Privacy.PARTICIPANTS: "Those who took part",
    Privacy.INTERNAL: "Everyone inside",
    Privacy.PUBLIC: "Customers too",
}

PRIVACY_SENTENCES: dict[Privacy, str] = {
    Privacy.PRIVATE: "On your own screens, nowhere else.",
    Privacy.OFF_RECORD: "On your own screens; widening it later asks for a reason.",
    Privacy.PARTICIPANTS: "Also in the room window and the calibration pack.",
    Privacy.INTERNAL: "Also in every internal summary.",
    Privacy.PUBLIC: "Also in what customers read.",
}
