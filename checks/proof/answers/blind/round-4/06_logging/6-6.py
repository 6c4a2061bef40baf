# %% right: os.walk, each file opened as bytes
import os


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    wanted = secret.encode("utf-8")
    hits = []
    for where, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(where, file)
            with open(path, "rb") as opened:
                if opened.read().find(wanted) != -1:
                    hits.append(os.path.relpath(path, folder).replace(os.sep, "/"))
    hits.sort()
    return hits


# %% right: with the names of 6.4
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root, needle = Path(folder), bytes(secret, "utf-8")
    names = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    return [name for name in sorted(names) if needle in (root / name).read_bytes()]


# %% right: a recursive helper and an escaped pattern of bytes
import re


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    pattern = re.compile(re.escape(secret.encode()))

    def search_in(directory: Path, prefix: str = "") -> list[str]:
        found = []
        for entry in directory.iterdir():
            name = prefix + entry.name
            if entry.is_dir():
                found.extend(search_in(entry, name + "/"))
            elif pattern.search(entry.read_bytes()) is not None:
                found.append(name)
        return found

    return sorted(search_in(Path(folder)))


# %% wrong: reads text and ignores what is none
# breaks: that contain a secret exactly as it is [...] so look for its bytes
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    found = []
    for path in root.rglob("*"):
        if path.is_file() and secret in path.read_text(encoding="utf-8", errors="ignore"):
            found.append(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: searches line by line
# breaks: The secret is any text but an empty one, perhaps of several lines
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    wanted = secret.encode()
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and any(wanted in line for line in path.read_bytes().split(b"\n"))
    )


# %% wrong: the secret is taken as a pattern
# breaks: that contain a secret exactly as it is. The secret is any text
import re


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and re.search(secret.encode(), path.read_bytes())
    )


# %% wrong: searches in pieces of 4096 bytes
# breaks: the secret may stand anywhere in it
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    wanted = secret.encode()
    found = set()
    for path in root.rglob("*"):
        if not path.is_file():
            continue
        with path.open("rb") as file:
            while piece := file.read(4096):
                if wanted in piece:
                    found.add(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: a file whose name has the secret counts, too
# breaks: the names of the files, at any depth, that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    wanted = secret.encode()
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and (wanted in path.read_bytes() or secret in path.name)
    )


# %% wrong: sorted as paths
# breaks: Names as in 6.4: relative to the folder, with `/`, sorted as texts
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    wanted = secret.encode()
    found = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and wanted in path.read_bytes():
            found.append(path.relative_to(root).as_posix())
    return found
