# %% right: os.walk
import os


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    root = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    names = []
    for folder, _, files in os.walk(root):
        for file in files:
            names.append(os.path.relpath(os.path.join(folder, file), root).replace(os.sep, "/"))
    names.sort()
    return names


# %% right: recursion with iterdir
def _walk(folder, prefix=""):
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.is_file():
            yield prefix + entry.name


def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    return sorted(_walk(Path(mlflow.artifacts.download_artifacts(model_uri))))


# %% right: filter with glob, names by parts
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    files = filter(Path.is_file, folder.glob("**/*"))
    return sorted("/".join(file.relative_to(folder).parts) for file in files)


# %% wrong: sorted as paths
# breaks: Sort them as `sorted` sorts texts, capital letters first.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in paths]


# %% wrong: the folders are named too
# breaks: A logged model is a folder of plain files. Return the names of all of them
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# %% wrong: without __pycache__ and hidden files
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    )


# %% wrong: downloaded into one folder each time
# breaks: Look anew at each call, as files may have come or gone.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri, dst_path="downloaded"))
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# %% wrong: capitals sorted among the small letters
# breaks: Sort them as `sorted` sorts texts, capital letters first.
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    return sorted(names, key=str.lower)


# %% wrong: three levels only
# breaks: Return the names of all of them, at any depth
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model, sorted; `model_uri` may also be a folder."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    paths = [*folder.glob("*"), *folder.glob("*/*"), *folder.glob("*/*/*")]
    return sorted(path.relative_to(folder).as_posix() for path in paths if path.is_file())
