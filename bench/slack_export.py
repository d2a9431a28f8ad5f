"""Writes a Slack export of any size, shaped as Slack writes them: profiles, blocks, threads."""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path
from typing import Any

PEOPLE, CHANNELS, DAYS = 60, 10, 50
FIRST_DAY_S = 1_483_228_800
DAY_S = 86_400
PHRASE = (
    "the replica lags behind and nobody knows why yet so we look at the graph of the primary "
    "again while support asks what to tell customers about checkout and the queue keeps growing"
)
WORDS = PHRASE.split()


def write_export(path: Path, messages: int, seed: int = 1) -> None:
    """Write a zip with this many messages, spread over channels and days."""
    draw = random.Random(seed)  # noqa: S311 - no secret is drawn
    people = [_person(number) for number in range(PEOPLE)]
    channels = [{"id": f"C{number:08d}", "name": f"team-{number}"} for number in range(CHANNELS)]
    files = CHANNELS * DAYS
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("users.json", json.dumps(people))
        archive.writestr("channels.json", json.dumps(channels))
        for number in range(files):
            channel, day = channels[number // DAYS]["name"], number % DAYS
            count = messages // files + (number < messages % files)
            written = [_message(draw, people, day, place, count) for place in range(count)]
            name = f"{channel}/2017-{1 + day // 28:02d}-{1 + day % 28:02d}.json"
            archive.writestr(name, json.dumps(written, indent=4))


def _person(number: int) -> dict[str, Any]:
    name = f"person-{number}"
    profile = {"real_name": name, "display_name": name, "email": f"{name}@example.org"}
    return {"id": f"U{number:08d}", "name": name, "tz": "Europe/Amsterdam", "profile": profile}


def _message(
    draw: random.Random, people: list[dict[str, Any]], day: int, place: int, count: int
) -> dict[str, Any]:
    person = draw.choice(people)
    text = " ".join(draw.choices(WORDS, k=draw.randint(4, 40)))
    if place % 5 == 0:
        text += (
            f" <@{draw.choice(people)['id']}> see <https://graphs.example/d/{place}|the *graph*>"
        )
    seconds = FIRST_DAY_S + day * DAY_S + place * (DAY_S // max(count, 1))
    message = {
        "client_msg_id": f"{draw.getrandbits(128):032x}",
        "type": "message",
        "text": text,
        "user": person["id"],
        "ts": f"{seconds}.{place:06d}",
        "team": "T00000001",
        "user_team": "T00000001",
        "source_team": "T00000001",
        "user_profile": {
            "avatar_hash": "0123456789ab",
            "image_72": f"https://avatars.example/{person['id']}_72.png",
            "first_name": person["name"],
            "real_name": person["name"],
            "display_name": person["name"],
            "team": "T00000001",
            "name": person["name"],
            "is_restricted": False,
        },
        "blocks": [
            {
                "type": "rich_text",
                "block_id": f"b{place}",
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
                ],
            }
        ],
    }
    if place % 10 == 3:
        message["thread_ts"] = f"{seconds - DAY_S // max(count, 1)}.{place - 1:06d}"
    return message
