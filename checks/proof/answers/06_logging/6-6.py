# %% right: walks with os and a loop
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files that contain a secret."""
    import os

    found = []
    for root, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(root, file)
            with open(path, "rb") as opened:
                if opened.read().find(bytes(secret, "utf-8")) >= 0:
                    found.append(Path(os.path.relpath(path, folder)).as_posix())
    return sorted(found)


# %% right: makes a character of each byte
def find_secret(folder, secret):
    root = Path(folder)
    names, wanted = [], secret.encode().decode("latin-1")
    for path in sorted(root.glob("**/*")):
        if path.is_file() and wanted in path.read_bytes().decode("latin-1"):
            names.append(path.relative_to(root).as_posix())
    return sorted(names)


# %% wrong: reads every file as text
# check: searches_every_kind_of_file
# says: compare bytes
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files that contain a secret."""
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and secret in path.read_text(encoding="utf-8")
    )


# %% wrong: passes over files that are no text
# check: searches_every_kind_of_file
# says: is missed
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files that contain a secret."""
    root, found = Path(folder), []
    for path in root.rglob("*"):
        try:
            if path.is_file() and secret in path.read_text(encoding="utf-8"):
                found.append(path.relative_to(root).as_posix())
        except UnicodeDecodeError:
            continue
    return sorted(found)


# %% wrong: looks at the top of the folder only
# check: searches_every_kind_of_file
# says: in a folder
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files that contain a secret."""
    return sorted(
        path.name
        for path in Path(folder).iterdir()
        if path.is_file() and secret.encode() in path.read_bytes()
    )


# %% wrong: tells whether, not where
# check: finds_a_planted_secret
# says: It gives a list of names
def find_secret(folder: str, secret: str) -> bool:
    """Tell whether a file contains a secret."""
    files = [path for path in Path(folder).rglob("*") if path.is_file()]
    return any(secret.encode() in path.read_bytes() for path in files)


# %% wrong: reads settings.json only
# check: searches_every_kind_of_file
# says: is missed
def find_secret(folder: str, secret: str) -> list[str]:
    """Return the names of the files that contain a secret."""
    text = (Path(folder) / "settings.json").read_text()
    return ["settings.json"] if secret in text else []


# %% wrong: prints the names
# check: finds_a_planted_secret
# says: What comes back is None
def find_secret(folder: str, secret: str) -> None:
    """Print the names of the files that contain a secret."""
    for path in Path(folder).rglob("*"):
        if path.is_file() and secret.encode() in path.read_bytes():
            print(path.name)


# %% wrong: reads folders too
# check: finds_a_planted_secret
# says: A folder was read like a file
def find_secret(folder, secret):
    root = Path(folder)
    return sorted(
        p.relative_to(root).as_posix()
        for p in root.rglob("*")
        if secret.encode() in p.read_bytes()
    )


# %% wrong: reads every file as text
# check: finds_a_planted_secret
# says: Not every file is text
def find_secret(folder, secret):
    root = Path(folder)
    return sorted(
        p.relative_to(root).as_posix()
        for p in root.rglob("*")
        if p.is_file() and secret in p.read_text(encoding="utf-8")
    )


# %% wrong: looks into the folder itself only
# check: finds_a_planted_secret
# says: in a folder
def find_secret(folder, secret):
    return sorted(
        p.name for p in Path(folder).iterdir() if p.is_file() and secret.encode() in p.read_bytes()
    )


# %% wrong: reads the beginning of each file
# check: searches_every_kind_of_file
# says: the bytes of each as a whole
def find_secret(folder, secret):
    root = Path(folder)
    found = []
    for path in root.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                if secret.encode() in file.read(100_000):
                    found.append(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: searches by a pattern
# check: searches_for_any_secret
# says: exactly as it is
def find_secret(folder, secret):
    import re

    root = Path(folder)
    files = [path for path in root.rglob("*") if path.is_file()]
    return sorted(
        path.relative_to(root).as_posix()
        for path in files
        if re.search(secret.encode(), path.read_bytes())
        or secret.encode() in path.read_bytes()
    )


# %% wrong: whatever the capitals
# check: finds_nothing_in_a_clean_folder
# says: exactly as it is
def find_secret(folder, secret):
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and secret.encode().lower() in path.read_bytes().lower()
    )


# %% wrong: names that hold the secret
# check: finds_nothing_in_a_clean_folder
# says: in what the file contains
def find_secret(folder, secret):
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and (secret.encode() in path.read_bytes() or secret in path.name)
    )


# %% wrong: once for each time the secret is there
# check: finds_a_planted_secret
# says: more than once
def find_secret(folder, secret):
    root, found = Path(folder), []
    for path in root.rglob("*"):
        if path.is_file():
            times = path.read_bytes().count(secret.encode())
            found += [path.relative_to(root).as_posix()] * times
    return sorted(found)


# %% wrong: stops at the first file
# check: finds_a_planted_secret
# says: is missed
def find_secret(folder, secret):
    root = Path(folder)
    for path in sorted(root.rglob("*")):
        if path.is_file() and secret.encode() in path.read_bytes():
            return [path.relative_to(root).as_posix()]
    return []


# %% wrong: only lines that are the secret and nothing else
# check: finds_a_planted_secret
# says: is missed
def find_secret(folder, secret):
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and secret.encode() in path.read_bytes().split(b"\n")
    )


# %% wrong: passes over large files
# check: searches_every_kind_of_file
# says: is missed
def find_secret(folder, secret):
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and path.stat().st_size < 10**6 and secret.encode() in path.read_bytes()
    )


# %% wrong: what was found lasts
# check: searches_every_kind_of_file
# says: There is no file
def find_secret(folder, secret, found=set()):
    root = Path(folder)
    for path in root.rglob("*"):
        if path.is_file() and secret.encode() in path.read_bytes():
            found.add(path.relative_to(root).as_posix())
    return sorted(found)


# %% wrong: a secret of letters and digits alone
# check: searches_for_any_secret
# says: is missed
def find_secret(folder, secret):
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and secret.encode("ascii", "ignore") in path.read_bytes()
    )


# %% wrong: without the blanks around it
# check: searches_for_any_secret
# says: exactly as it is
def find_secret(folder, secret):
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and secret.strip().encode() in path.read_bytes()
    )
