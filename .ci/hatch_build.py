"""Puts into the wheel what each shipped pack can be asked, so that the very first start need not find it out."""

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Copies(BuildHookInterface):
    """Makes the copies of the shipped packs, by the modules that the wheel is made of."""

    _place: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from questions.opening import ship
        from questions.reading import PACKS, SHIPPED, shipped

        place = self._place = Path(self.directory) / SHIPPED.name
        for name in shipped():
            ship(PACKS / name, place)
        for made in place.iterdir():
            build_data["force_include"][str(made)] = f"questions/{SHIPPED.name}/{made.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self._place:
            shutil.rmtree(self._place)
