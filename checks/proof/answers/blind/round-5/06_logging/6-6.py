# %% right: os.walk and bytes.find
import os


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = bytes(secret, "utf-8")
    hits = []
    for where, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(where, file)
            with open(path, "rb") as stream:
                if stream.read().find(needle) != -1:
                    hits.append(os.path.relpath(path, folder).replace(os.sep, "/"))
    return sorted(hits)


# %% right: chunks that overlap
def contains(path: Path, needle: bytes, size: int = 1 << 16) -> bool:
    """Say whether a file has these bytes, without holding all of it in memory."""
    window = b""
    with path.open("rb") as file:
        while chunk := file.read(size):
            window += chunk
            if needle in window:
                return True
            window = window[max(0, len(window) - len(needle) + 1) :]
    return False


def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root, needle = Path(folder), secret.encode("utf-8")
    files = filter(Path.is_file, root.rglob("*"))
    names = [file.relative_to(root).as_posix() for file in files if contains(file, needle)]
    names.sort()
    return names


# %% right: the names of 6.4, then a look into each file
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    names = sorted(
        "/".join(path.relative_to(root).parts) for path in root.glob("**/*") if path.is_file()
    )
    contents = {name: (root / name).read_bytes() for name in names}
    return [name for name, content in contents.items() if content.count(secret.encode()) > 0]


# %% wrong: passes over what is no text
# breaks: Not every file is text, and the secret may stand anywhere in it, so look for its bytes
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    found = []
    for path in root.rglob("*"):
        if path.is_file():
            try:
                text = path.read_bytes().decode()
            except UnicodeDecodeError:
                continue
            if secret in text:
                found.append(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: line by line
# breaks: The secret is any text but an empty one, perhaps of several lines
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    found = set()
    for path in root.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                if any(secret.encode() in line for line in file):
                    found.add(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: chunks that do not overlap
# breaks: the secret may stand anywhere in it
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.encode()

    def contains(path):
        with path.open("rb") as file:
            while chunk := file.read(4096):
                if needle in chunk:
                    return True
        return False

    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and contains(path)
    )


# %% wrong: sorts the paths
# breaks: Names as in 6.4: relative to the folder, with `/`, sorted as texts, each once
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.encode()
    return [
        path.relative_to(root).as_posix()
        for path in sorted(root.rglob("*"))
        if path.is_file() and needle in path.read_bytes()
    ]


# %% wrong: strips the secret
# breaks: the names of the files, at any depth, that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    needle = secret.strip().encode()
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and needle in path.read_bytes()
    )


# %% wrong: only files whose name has a dot
# breaks: the names of the files, at any depth, that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*.*")
        if path.is_file() and secret.encode() in path.read_bytes()
    )
