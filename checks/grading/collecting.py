"""Collect what an LMS gives by the files' names: whose it is, which lesson, and when it came.

nbgrader hands the time in a name to a parser of dates that takes `17-02-00` for 17 o'clock in
another time zone, and ends with no submission collected where the minutes make none. `ByName`
gives it a time that can be read in one way only. nbgrader_config.py puts it in place.
"""

import contextlib
from datetime import datetime

from lesson_kit.workspace.handing_in import TIME
from nbgrader.plugins import FileNameCollectorPlugin
from nbgrader.utils import parse_utc


class ByName(FileNameCollectorPlugin):
    """Read learner, time (UTC) and lesson off a file's name."""

    def collect(self, submitted_file: str) -> dict | None:
        found = super().collect(submitted_file)
        if not found or not found.get("timestamp"):
            return found
        return found | {"timestamp": self.time_in(found["timestamp"], submitted_file)}

    def time_in(self, text: str, submitted_file: str) -> str | None:
        """Return the time that a name gives, as nbgrader reads it; None where there is no such."""
        for parse in (lambda told: datetime.strptime(told, TIME), parse_utc):
            with contextlib.suppress(ValueError, OverflowError):
                return parse(text).isoformat(" ")
        self.log.warning("%s gives no time that there is: it is taken without one", submitted_file)
        return None
