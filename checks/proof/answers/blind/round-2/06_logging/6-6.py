# %% right: os.walk and find
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    import os

    needle = bytes(secret, "utf-8")
    hits = set()
    for directory, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(directory, file)
            with open(path, "rb") as stream:
                if stream.read().find(needle) >= 0:
                    hits.add(os.path.relpath(path, folder).replace(os.sep, "/"))
    return sorted(hits)


# %% right: the names of 6.4, filtered
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = secret.encode("utf-8")
    return [name for name in artifact_names(folder) if needle in Path(folder, name).read_bytes()]


# %% right: a stack of folders and count
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    needle = secret.encode()
    names, todo = [], [(Path(folder), "")]
    while todo:
        current, prefix = todo.pop()
        for entry in current.iterdir():
            if entry.is_dir():
                todo.append((entry, f"{prefix}{entry.name}/"))
            elif entry.read_bytes().count(needle):
                names.append(f"{prefix}{entry.name}")
    names.sort()
    return names


# %% wrong: a regular expression without escape
# breaks: that contain a secret exactly as it is
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    import re

    root = Path(folder)
    pattern = re.compile(secret.encode())
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and pattern.search(path.read_bytes())
    )


# %% wrong: line by line
# breaks: The secret is any text but an empty one, perhaps of several lines
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root, needle, names = Path(folder), secret.encode(), []
    for path in root.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                if any(needle in line for line in file):
                    names.append(path.relative_to(root).as_posix())
    return sorted(names)


# %% wrong: reads text and ignores what is none
# breaks: Not every file is text, and the secret may stand anywhere in it, so look for its bytes
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and secret in path.read_text(encoding="utf-8", errors="ignore")
    )


# %% wrong: in blocks, without their borders
# breaks: the secret may stand anywhere in it
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root, needle, names = Path(folder), secret.encode(), []
    for path in root.rglob("*"):
        if not path.is_file():
            continue
        with path.open("rb") as file:
            while block := file.read(65536):
                if needle in block:
                    names.append(path.relative_to(root).as_posix())
                    break
    return sorted(names)


# %% wrong: sorts paths
# breaks: sorted as texts
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files in a folder, at any depth, that contain a secret; sorted."""
    root = Path(folder)
    hits = sorted(p for p in root.rglob("*") if p.is_file() and secret.encode() in p.read_bytes())
    return [hit.relative_to(root).as_posix() for hit in hits]


# %% wrong: strips the secret
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
