# %% right: walks with os
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    import os

    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    names = []
    for root, _, files in os.walk(folder):
        for file in files:
            names.append(os.path.relpath(os.path.join(root, file), folder).replace(os.sep, "/"))
    names.sort()
    return names


# %% right: goes down folder by folder
def artifact_names(model_uri):
    def below(folder, before=""):
        for path in folder.iterdir():
            if path.is_dir():
                yield from below(path, f"{before}{path.name}/")
            else:
                yield before + path.name

    return sorted(below(Path(mlflow.artifacts.download_artifacts(artifact_uri=model_uri))))


# %% wrong: looks at the top of the folder only
# check: names_every_file
# says: in a folder, is missed
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(path.name for path in folder.iterdir() if path.is_file())


# %% wrong: counts folders as files
# check: names_every_file
# says: leave folders out
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# %% wrong: gives whole paths
# check: names_every_file
# says: make them relative
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(str(path) for path in folder.rglob("*") if path.is_file())


# %% wrong: reads the notebook's own model, whatever it is given
# check: names_any_files
# says: is missed
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_info.model_uri))
    found = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return found[:1]


# %% wrong: gives path objects
# check: names_every_file
# says: Those are objects
def artifact_names(model_uri: str) -> list[str]:
    """Return the names of all files of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


# %% wrong: takes the URI for a path
# check: names_every_file
# says: A URI is no path
def artifact_names(model_uri):
    folder = Path(model_uri)
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# %% wrong: names without their folders
# check: names_every_file
# says: begins with the folder
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.name for p in folder.rglob("*") if p.is_file())


# %% wrong: asks MLflow for the list, folder by folder, by what is no URI of a model
# check: names_every_file
# says: Download the model by its URI alone
def artifact_names(model_uri):
    def below(path):
        for one in mlflow.artifacts.list_artifacts(artifact_uri=model_uri + "/" + path):
            name = path + "/" + one.path.split("/")[-1] if path else one.path.split("/")[-1]
            if one.is_dir:
                yield from below(name)
            else:
                yield name

    return sorted(below(""))


# %% wrong: sorts paths, not texts
# check: names_every_file
# says: not that of `sorted` on texts
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return [path.as_posix() for path in paths]


# %% wrong: sorts as a dictionary does
# check: names_every_file
# says: capital letters come first
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    return sorted(names, key=str.lower)


# %% wrong: passes over names that begin with a dot
# check: names_any_files
# says: with a dot at its beginning
def artifact_names(model_uri):
    import glob
    import os

    folder = mlflow.artifacts.download_artifacts(model_uri)
    found = glob.glob("**", root_dir=folder, recursive=True)
    return sorted(name for name in found if os.path.isfile(os.path.join(folder, name)))


# %% wrong: two levels and no more
# check: names_any_files
# says: folders deep, is missed
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    paths = [*folder.glob("*"), *folder.glob("*/*"), *folder.glob("*/*/*")]
    return sorted(path.relative_to(folder).as_posix() for path in paths if path.is_file())


# %% wrong: leaves out what Python has compiled
# check: names_any_files
# says: __pycache__
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    return sorted(name for name in names if "__pycache__" not in name)


# %% wrong: takes what has a suffix for a file
# check: names_every_file
# says: is missed
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.*"))


# %% wrong: names of all models so far
# check: names_any_files
# says: This model has no file
def artifact_names(model_uri, names=set()):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    names.update(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return sorted(names)


# %% wrong: a file of that name in another folder is taken for the same
# check: names_any_files
# says: is missed
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    by_name = {p.name: p.relative_to(folder) for p in sorted(folder.rglob("*")) if p.is_file()}
    return sorted(path.as_posix() for path in by_name.values())


# %% wrong: gives a tuple
# check: names_every_file
# says: It gives a list
def artifact_names(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return tuple(sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()))


# %% wrong: keeps by its path what was in a folder
# check: names_any_files
# says: That was right at the call before, and is not now
NAMES = {}


def artifact_names(model_uri: str) -> list[str]:
    if model_uri not in NAMES:
        folder = Path(mlflow.artifacts.download_artifacts(model_uri))
        paths = (path for path in folder.rglob("*") if path.is_file())
        NAMES[model_uri] = sorted(path.relative_to(folder).as_posix() for path in paths)
    return list(NAMES[model_uri])
