# %% right: os.walk and find
import os


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = bytes(secret, "utf-8")
    hits = []
    for where, _, files in os.walk(folder):
        for file in files:
            path = Path(where, file)
            if path.read_bytes().find(needle) != -1:
                hits.append(path.relative_to(folder).as_posix())
    hits.sort()
    return hits


# %% right: the names of 6.4, then filtered
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    names = sorted(p.relative_to(root).as_posix() for p in root.glob("**/*") if p.is_file())
    needle = secret.encode("utf-8")
    return [name for name in names if needle in (root / name).read_bytes()]


# %% right: chunks that overlap, a recursive helper
def _contains(path, needle, size=65536):
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(size):
            window = tail + chunk
            if needle in window:
                return True
            tail = window[-len(needle) :]
    return False


def _files(folder, prefix=""):
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, prefix + entry.name + "/")
        elif entry.is_file():
            yield prefix + entry.name, entry


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = secret.encode()
    return sorted(name for name, path in _files(Path(folder)) if _contains(path, needle))


# %% wrong: read as text, bad bytes left out
# breaks: the names of the files, at any depth, that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and secret in path.read_text(encoding="utf-8", errors="ignore")
    )


# %% wrong: line by line
# breaks: The secret is any text but an empty one, perhaps of several lines
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.encode()
    found = []
    for path in root.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                if any(needle in line for line in file):
                    found.append(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: blanks around the secret are cut off
# breaks: contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.strip().encode()
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and needle in path.read_bytes()
    )


# %% wrong: chunks without overlap
# breaks: the secret may stand anywhere in it
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.encode()
    found = set()
    for path in root.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                while chunk := file.read(4096):
                    if needle in chunk:
                        found.add(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: only files with a dot in their name
# breaks: the names of the files, at any depth, that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*.*")
        if path.is_file() and secret.encode() in path.read_bytes()
    )


# %% wrong: sorted as paths
# breaks: Names as in 6.4: relative to the folder, with `/`, sorted as texts, each once
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    found = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and secret.encode() in path.read_bytes():
            found.append(path.relative_to(root).as_posix())
    return found
