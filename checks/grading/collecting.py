"""Collect what an LMS gives: unpack it within bounds, and read whose it is, and when it came.

A learner chooses the name of a file, and what is in it. So an id is taken only where it can be part
of a path, a page and a table; what is refused is named, and costs nobody else anything. nbgrader by
itself hands the time to a parser of dates that takes `17-02-00` for 17 o'clock in another time
zone, and ends, with nothing collected, where a time makes no sense, where one of two files has
none, and at an archive that cannot be read. nbgrader_config.py puts both classes in place.
"""

import contextlib
import lzma
import re
import shutil
import tarfile
import zipfile
import zlib
from datetime import datetime
from pathlib import Path

from lesson_kit.workspace.handing_in import GOOD_NAME, TIME
from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin
from nbgrader.utils import parse_utc
from traitlets import Integer

BROKEN = (OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
BROKEN += (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError)
DEEPEST = 2  # archives in each other: an LMS gives one, with those of learners in it


class ByName(FileNameCollectorPlugin):
    """Read learner, time (UTC) and lesson off a file's name."""

    def __init__(self, **options):
        super().__init__(**options)
        self.known: set[tuple] | None = None  # learner and lesson of a file with a time, or taken

    def collect(self, submitted_file: str) -> dict | None:
        found = super().collect(submitted_file)
        if not found:
            return None
        learner = found["student_id"]
        if not GOOD_NAME.fullmatch(learner):
            told = "%r is left out: %r is no id of letters, digits, blanks and . _ @ + -"
            self.log.error(told, submitted_file, learner)
            return None
        if self.known is None:
            self.known = self.timed_beside(Path(submitted_file))
        lesson = learner, found["file_id"]
        if found.get("timestamp"):
            found["timestamp"] = self.time_in(found["timestamp"], submitted_file)
        if not found.get("timestamp") and lesson in self.known:
            told = "%r is left out: it has no time, and there is another file of %s"
            self.log.error(told, submitted_file, " ".join(lesson))
            return None
        self.known.add(lesson)
        return found

    def timed_beside(self, file: Path) -> set[tuple]:
        """Return learner and lesson of each file with a time, of all that were unpacked."""
        name = getattr(self.parent, "extracted_directory", "")
        root = next((one for one in file.parents if one.name == name), file.parent)
        found = (re.match(self.named_regexp, str(one)) for one in root.rglob("*.ipynb"))
        return {
            (one["student_id"], one["file_id"])
            for one in found
            if one and (time := one.groupdict().get("timestamp")) and self.time_in(time, one[0])
        }

    def time_in(self, text: str, submitted_file: str) -> str | None:
        """Return the time that a name gives, as nbgrader reads it; None where there is no such."""
        for parse in (lambda told: datetime.strptime(told, TIME), parse_utc):
            with contextlib.suppress(ValueError, OverflowError):
                return parse(text).isoformat(" ")
        self.log.warning("%s gives no time that there is: it is taken without one", submitted_file)
        return None


class Bounded(ExtractorPlugin):
    """Unpack archives, and those in them, within bounds; what cannot be unpacked is left out."""

    most_bytes = Integer(2**30, help="Bytes that one archive may hold, unpacked.").tag(config=True)
    most_files = Integer(20_000, help="Files that one archive may hold.").tag(config=True)
    most_bytes_inside = Integer(
        100 * 2**20, help="Bytes that an archive in an archive may hold: it is one learner's."
    ).tag(config=True)
    most_files_inside = Integer(1_000, help="Files that it may hold.").tag(config=True)

    def extract(self, archive_path: str, extracted_path: str) -> None:
        found = sorted(one for one in Path(archive_path).rglob("*") if one.is_file())
        if not found:
            self.log.warning("No files found in directory: %s", archive_path)
        for file in found:
            folder = Path(extracted_path, file.parent.relative_to(archive_path))
            folder.mkdir(parents=True, exist_ok=True)
            if file.suffix in self.zip_ext:
                self.unpack(file, folder / file.name.removesuffix(file.suffix))
            else:
                shutil.copy(file, folder)

    def unpack(self, archive: Path, folder: Path, depth: int = 1) -> None:
        """Unpack an archive into a folder, and the archives in it beside themselves."""
        self.log.info("Extracting from: %s", archive)
        try:
            self.unpack_one(archive, folder, inside=depth > 1)
        except BROKEN as error:
            self.log.error("%r is left out: it cannot be unpacked (%s)", str(archive), error)
            shutil.rmtree(folder, ignore_errors=True)
            return
        inside = [one for one in folder.rglob("*") if one.is_file() and one.suffix in self.zip_ext]
        for one in sorted(inside):
            if depth < DEEPEST:
                self.unpack(one, one.with_name(one.name + " unpacked"), depth + 1)
            else:
                told = "%r is left out: it is an archive in an archive in an archive"
                self.log.error(told, str(one))

    def unpack_one(self, archive: Path, folder: Path, inside: bool) -> None:
        """Write the files of an archive; raise where there are too many, or too much in them."""
        with contextlib.ExitStack() as stack:
            if zipfile.is_zipfile(archive):
                zipped = stack.enter_context(zipfile.ZipFile(archive))
                files = [one for one in zipped.infolist() if not one.is_dir()]
                sizes = [one.file_size for one in files]
            else:
                tarred = stack.enter_context(tarfile.open(archive))
                files, sizes = [], []
                for one in tarred:  # one by one: a long list of them would fill the memory
                    if one.isfile():
                        files.append(one)
                        sizes.append(one.size)
                    self.bound(sizes, inside)
            self.bound(sizes, inside)
            folder.mkdir(parents=True, exist_ok=True)
            for one in files:
                if isinstance(one, zipfile.ZipInfo):
                    zipped.extract(one, folder)
                else:
                    tarred.extract(one, folder, filter="data")

    def bound(self, sizes: list[int], inside: bool) -> None:
        """Raise ValueError where there are more files, or bytes in them, than may be."""
        files, size = self.most_files, self.most_bytes
        if inside:  # each has bounds of its own, as one learner's must not use up the others'
            files, size = self.most_files_inside, self.most_bytes_inside
        if len(sizes) > files or sum(sizes) > size:
            raise ValueError(f"it holds over {files} files, or {size} bytes")
