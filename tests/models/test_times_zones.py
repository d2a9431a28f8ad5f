from __future__ import annotations

import pytest

from models.times import (
    AmbiguousZoneError,
    UnknownZoneError,
    list_zones,
    zone_from,
    zone_key,
)
from models.times.zones import is_zone_suffix


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("UTC", "UTC"),
        ("", "UTC"),
        ("Z", "UTC"),
        ("GMT", "UTC"),
        ("+00:00", "UTC"),
        ("+02:00", "+02:00"),
        ("+0200", "+02:00"),
        ("+2", "+02:00"),
        ("UTC+2", "+02:00"),
        ("-03:30", "-03:30"),
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        ("europe/amsterdam", "Europe/Amsterdam"),
        ("America/New York", "America/New_York"),
        ("Amsterdam", "Europe/Amsterdam"),
        ("new york", "America/New_York"),
        ("CET", "+01:00"),
        ("pdt", "-07:00"),
    ],
)
def test_a_name_stands_for_a_zone(name: str, key: str):
    assert zone_key(name) == key


@pytest.mark.parametrize("name", ["Atlantis", "+25:00", "+02:75", "../etc/passwd", "no/where"])
def test_a_name_that_is_no_zone_is_said_so(name: str):
    with pytest.raises(UnknownZoneError):
        zone_from(name)


def test_an_abbreviation_of_several_places_is_asked_about():
    with pytest.raises(AmbiguousZoneError) as asked:
        zone_from("CST")
    assert asked.value.sentence == (
        "CST is used in several places: Central North America (UTC-06:00) or China (UTC+08:00)."
        " Which one is meant?"
    )


def test_an_ordinary_word_is_no_zone():
    assert not any(is_zone_suffix(word) for word in ("met", "Japan", "est", "amsterdam", "and/or"))
    assert all(is_zone_suffix(word) for word in ("UTC", "utc", "EST", "Asia/Tokyo", "-05:00"))


def test_the_list_starts_with_utc_and_holds_places():
    zones = list_zones()
    assert zones[0] == "UTC"
    assert "Europe/Amsterdam" in zones
    assert "CET" not in zones
