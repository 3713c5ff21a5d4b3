"""A pack's folder in, a Pack out."""

from pathlib import Path

from msgspec.structs import replace
from packmaking import pack, person, scene, work, write_pack

from questions.reading import read_pack


def test_what_is_written_is_read(tmp_path: Path) -> None:
    made = pack(
        [
            work(
                "Quiet Harbour",
                year=2019,
                company="NBX",
                scenes=[scene(), scene("quay", by=["hero", "friend"])],
            )
        ],
        people=[person("Ada Bell", gender="f", aliases=("Ada B.",))],
    )
    read = read_pack(write_pack(made, tmp_path))
    assert replace(read, digest=made.digest) == made
