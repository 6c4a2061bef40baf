"""A PostgreSQL server of a test's own, from Debian's package, reached by a socket alone."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Debian keeps the server's programs off the path, by version.
PLACES = [*sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)]
SEARCHED = os.pathsep.join([os.environ["PATH"], *PLACES])


def missing() -> str:
    """Return why no server can be started here; nothing where it can."""
    if not all(shutil.which(name, path=SEARCHED) for name in ("initdb", "pg_ctl")):
        return "PostgreSQL's server is not installed: apt-get install postgresql"
    if os.geteuid() == 0 and user() is None:
        return "PostgreSQL does not run as root, and there is no user postgres"
    return ""


def user() -> str | None:
    """Return whom the server runs as, where that is another than who runs the tests."""
    if os.geteuid() != 0:
        return None
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return None


@contextlib.contextmanager
def gradebook_server() -> Iterator[str]:
    """Start a server with an empty database; yield its address as SQLAlchemy writes it."""
    with tempfile.TemporaryDirectory(prefix="pg-") as place:  # a socket's path must be short
        if user() is not None:
            shutil.chown(place, user())

        def run(name: str, *arguments: str) -> None:
            program = shutil.which(name, path=SEARCHED)
            done = subprocess.run(
                [program, *arguments],
                cwd=place,
                user=user(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                timeout=60,
            )
            assert done.returncode == 0, done.stderr

        data = f"{place}/data"
        run("initdb", "-D", data, "-U", "grader", "--auth", "trust", "--no-sync", "-E", "UTF8")
        settings = f"-c listen_addresses='' -c unix_socket_directories={place} -c fsync=off"
        run("pg_ctl", "-D", data, "-w", "-l", f"{place}/log", "-o", settings, "start")
        try:
            yield f"postgresql+psycopg://grader@/postgres?host={place}"
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
