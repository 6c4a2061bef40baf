# %% right: os.walk
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    import os

    root = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    names = []
    for folder, _, files in os.walk(root):
        for file in files:
            names.append(os.path.relpath(os.path.join(folder, file), root).replace(os.sep, "/"))
    names.sort()
    return names


# %% right: recursion over iterdir
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""

    def walk(folder: Path, prefix: str):
        for entry in folder.iterdir():
            if entry.is_dir():
                yield from walk(entry, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name

    return sorted(walk(Path(mlflow.artifacts.download_artifacts(model_uri)), ""))


# %% right: parts joined with a slash
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    root = Path(mlflow.artifacts.download_artifacts(model_uri))
    files = filter(Path.is_file, root.rglob("*"))
    depth = len(root.parts)
    return sorted("/".join(file.parts[depth:]) for file in files)


# %% wrong: sorts paths instead of texts
# breaks: Sort them as `sorted` sorts texts
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*")) if p.is_file()]


# %% wrong: sorts without regard to capitals
# breaks: capital letters first
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    return sorted(names, key=str.lower)


# %% wrong: leaves out __pycache__
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    )


# %% wrong: cached
# breaks: Look anew at each call, as files may have come or gone.
from functools import cache


@cache
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# %% wrong: only names with a dot, and MLmodel
# breaks: Return the names of all of them
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    files = [*folder.rglob("*.*"), folder / "MLmodel", *folder.glob("registered_model_meta")]
    return sorted(p.relative_to(folder).as_posix() for p in files if p.is_file())


# %% wrong: glob leaves out hidden files
# breaks: Return the names of all of them
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    import glob
    import os

    folder = mlflow.artifacts.download_artifacts(model_uri)
    names = glob.glob("**", root_dir=folder, recursive=True)
    files = [name for name in names if os.path.isfile(os.path.join(folder, name))]
    return sorted(name.replace(os.sep, "/") for name in files)
