# %% right: os.walk and find
import os


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = secret.encode("utf-8")
    hits = []
    for where, _, files in os.walk(folder):
        for file in files:
            path = Path(where) / file
            if path.read_bytes().find(needle) >= 0:
                hits.append(path.relative_to(folder).as_posix())
    return sorted(hits)


# %% right: the names of 6.4, then each file
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = secret.encode()
    return [name for name in artifact_names(folder) if needle in Path(folder, name).read_bytes()]


# %% right: reads in pieces that overlap
def holds(path: Path, needle: bytes) -> bool:
    """Say whether a file contains these bytes, without reading it whole."""
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            window = tail + piece
            if needle in window:
                return True
            tail = window[-(len(needle) - 1) :] if len(needle) > 1 else b""
    return False


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root, needle = Path(folder), secret.encode()
    files = {p.relative_to(root).as_posix(): p for p in root.rglob("*") if p.is_file()}
    return sorted(name for name, path in files.items() if holds(path, needle))


# %% wrong: reads text and leaves out what is none
# breaks: Not every file is text, and the secret may stand anywhere in it, so look for its bytes
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
    needle = secret.encode()
    found = []
    for path in root.rglob("*"):
        if path.is_file() and any(needle in line for line in path.read_bytes().split(b"\n")):
            found.append(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: blanks around the secret are cut off
# breaks: that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.strip().encode()
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and needle in path.read_bytes()
    )


# %% wrong: the secret as a pattern
# breaks: that contain a secret exactly as it is. The secret is any text but an empty one
import re


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    pattern = re.compile(secret.encode())
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and pattern.search(path.read_bytes())
    )


# %% wrong: sorted as paths
# breaks: relative to the folder, with `/`, sorted as texts, each once
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.encode()
    hits = [p for p in sorted(root.rglob("*")) if p.is_file() and needle in p.read_bytes()]
    return [p.relative_to(root).as_posix() for p in hits]


# %% wrong: only the beginning of large files
# breaks: the secret may stand anywhere in it
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.encode()
    found = []
    for path in root.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                if needle in file.read(65536):
                    found.append(path.relative_to(root).as_posix())
    return sorted(found)
