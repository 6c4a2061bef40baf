# %% right: os.walk and find
import os


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = secret.encode("utf-8")
    hits = []
    for where, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(where, file)
            with open(path, "rb") as stream:
                content = stream.read()
            if content.find(needle) >= 0:
                hits.append(os.path.relpath(path, folder).replace(os.sep, "/"))
    return sorted(hits)


# %% right: built on artifact_names
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = secret.encode()
    names = sorted(p.relative_to(folder).as_posix() for p in Path(folder).rglob("*") if p.is_file())
    return [name for name in names if needle in Path(folder, name).read_bytes()]


# %% right: escaped regular expression over bytes
import re


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder).resolve()
    pattern = re.compile(re.escape(secret.encode()))

    def holds_it(path: Path) -> bool:
        return path.is_file() and pattern.search(path.read_bytes()) is not None

    return sorted(str(p.relative_to(root).as_posix()) for p in filter(holds_it, root.rglob("*")))


# %% right: in blocks that overlap
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = secret.encode()

    def contains(path: Path) -> bool:
        tail = b""
        with path.open("rb") as file:
            while block := file.read(1 << 16):
                if needle in tail + block:
                    return True
                tail = (tail + block)[-len(needle) :]
        return needle == b""

    root = Path(folder)
    found = {p.relative_to(root).as_posix() for p in root.glob("**/*") if p.is_file() and contains(p)}
    return sorted(found)


# %% wrong: as text, what is no text ignored
# breaks: that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and secret in path.read_text(encoding="utf-8", errors="ignore")
    )


# %% wrong: line by line
# breaks: the secret may stand anywhere in it, so look for its bytes
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    found = set()
    for path in root.rglob("*"):
        if path.is_file():
            for line in path.read_bytes().splitlines():
                if secret.encode() in line:
                    found.add(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: secret as a pattern
# breaks: that contain a secret exactly as it is
import re


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and re.search(secret.encode(), path.read_bytes())
    )


# %% wrong: capitals do not matter
# breaks: that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.lower().encode()
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and needle in path.read_bytes().lower()
    )


# %% wrong: once for each place in a file
# breaks: sorted as texts, each once
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    found = []
    for path in root.rglob("*"):
        if path.is_file():
            times = path.read_bytes().count(secret.encode())
            found.extend([path.relative_to(root).as_posix()] * times)
    return sorted(found)


# %% wrong: in the order of the paths
# breaks: Names as in 6.4: relative to the folder, with `/`, sorted as texts
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    found = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and secret.encode() in path.read_bytes():
            found.append(path.relative_to(root).as_posix())
    return found


# %% wrong: in blocks, without those across two
# breaks: the secret may stand anywhere in it
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    found = set()
    for path in root.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                while block := file.read(4096):
                    if secret.encode() in block:
                        found.add(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: one folder deep
# breaks: the names of the files, at any depth
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    paths = [*root.glob("*"), *root.glob("*/*")]
    return sorted(
        path.relative_to(root).as_posix()
        for path in paths
        if path.is_file() and secret.encode() in path.read_bytes()
    )


# %% wrong: file names searched too
# breaks: the names of the files, at any depth, that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and (secret in path.name or secret.encode() in path.read_bytes())
    )


# %% wrong: secret in Latin-1
# breaks: that contain a secret exactly as it is (so look for its bytes: you need `str.encode`)
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.encode("latin-1", errors="replace")
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and needle in path.read_bytes()
    )


# %% wrong: compiled and hidden files passed over
# breaks: Not every file is text, and the secret may stand anywhere in it
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file()
        and path.suffix != ".pyc"
        and not path.name.startswith(".")
        and secret.encode() in path.read_bytes()
    )
