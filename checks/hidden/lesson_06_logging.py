"""Lesson 6, hidden: other notebooks, scripts, questions, folders and secrets."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.logging_models import (
    MARKER,
    SMALL,
    cells_found,
    in_folder,
    logged,
    marked,
    names_are,
    script_made,
    sets_the_model,
    settings,
)
from lesson_kit.judging.outcomes import Failed


@check("6.1")
def compares_the_first_line_only(learner):
    """takes the first line, and that line alone, for the marker"""
    n = learner.random.randint(100, 999)
    cells = [
        ["code", f"x = {n}\n{MARKER}"],
        ["code", f"print('{MARKER}')"],
        ["code", f"{MARKER} not\ny = {n}"],
        marked(f"first = {n}"),
        ["raw", f"{MARKER}\nraw = {n}"],
        marked(f"# a comment\nsecond = {n + 1}"),
    ]
    expected = [f"first = {n}", f"# a comment\nsecond = {n + 1}"]
    meaning = "A cell that only mentions the marker is not marked: compare its whole first line."
    cells_found(learner, cells, expected, meaning)


@check("6.1")
def finds_none_where_none_is(learner):
    """gives an empty list for a notebook without marked cells"""
    n = learner.random.randint(100, 999)
    cells_found(learner, [["code", f"x = {n}"]], [], "Nothing is marked here: give an empty list.")


@check("6.2")
def script_keeps_the_order(learner):
    """keeps the order of the cells and what each of them defines"""
    words = [f"{word}{learner.random.randint(10, 99)}" for word in ("pear", "apple", "quince")]
    cells = [f"names = [{words[0]!r}]", f"names.append({words[1]!r})",
             f"def last():\n    return {words[2]!r}", "agent = [*names, last()]"]  # fmt: skip
    made, outcome = script_made(learner, cells)
    sets_the_model(made, outcome.called, words)


@check("6.2")
def script_is_made_anew(learner):
    """replaces an older script"""
    number = learner.random.randint(100, 999)
    made, outcome = script_made(learner, [f"agent = {number}"], times=2)
    sets_the_model(made, outcome.called, number)


@check("6.3")
def logged_model_answers(learner):
    """answers another question when it is loaded again"""
    x, y, z = (learner.random.randint(11, 99) for _ in range(3))
    question = f"What is ({x} + {y}) * {z}?"
    logged(learner)
    outcome = learner.request(
        "logged_models.logged_answers",
        f"the logged model, asked {question!r}",
        name="model_info",
        question=question,
    )
    answer = outcome.obtained(f"an answer with {(x + y) * z}")
    if str((x + y) * z) not in str(answer).replace(",", ""):
        raise Failed(
            "The model that was logged is not the agent. Is react_agent.py the script?",
            outcome.called,
            f"an answer with {(x + y) * z}",
            repr(answer),
        )


@check("6.3")
def logged_in_the_experiment(learner):
    """is kept as code, in the tutorial's experiment"""
    stored, _ = logged(learner)
    if not any(name.endswith(".py") and "/" not in name for name in stored["files"]):
        raise Failed(
            "The model is no code: give log_model the path of the script.",
            "the files of the logged model",
            "react_agent.py among them",
            ", ".join(stored["files"]),
        )
    if stored["experiment"] != "MLflow LlamaIndex Workflow Tutorial":
        raise Failed(
            "The run is in another experiment: leave the one that the setup cell has set.",
            "the experiment of model_info",
            "'MLflow LlamaIndex Workflow Tutorial'",
            repr(stored["experiment"]),
        )


@check("6.3")
def llm_travels_with_the_model(learner):
    """takes along the code of its LLM"""
    stored, _ = logged(learner)
    if not any(name.startswith("code/") for name in stored["files"]):
        raise Failed(
            "Elsewhere nobody has the offline LLM's class: log_model(…, code_paths=model_code()).",
            "the files of the logged model",
            "some in the folder code",
            ", ".join(stored["files"]),
        )


@check("6.4")
def names_any_files(learner):
    """names the files of any model, sorted, without the folders"""
    words = learner.random.sample(["alpha", "beta", "gamma", "delta", "omega"], 3)
    files = {f"{words[0]}/{words[1]}/{words[2]}.json": "{}", f"{words[2]}.py": "", **SMALL}
    names_are(in_folder(learner, "artifact_names", files), sorted(files))


@check("6.5")
def reads_any_llm(learner):
    """names whichever LLM was logged"""
    name = learner.random.choice(["Maple", "Birch", "Willow", "Rowan"])
    constructor = f"trees.{name.lower()}{learner.random.randint(2, 99)}.{name}LLM"
    outcome = in_folder(learner, "logged_llm", settings(constructor))
    outcome.returns(constructor, "Read settings.json of the model that it is given.")


@check("6.6")
def searches_every_kind_of_file(learner):
    """searches files that are no text, at any depth, and gives their names sorted"""
    secret = f"sk-{learner.random.getrandbits(64):016x}"
    files = {
        "zebra.txt": f"key = {secret}",
        "code/kit/deep.pkl": b"\x80\x04\xff\xfe" + secret.encode() + b"\x00\xff",
        "other.bin": b"\xff\xfe\x00",
        "near.txt": secret[:-1],
        **SMALL,
    }
    outcome = in_folder(learner, "find_secret", files, secret)
    names_are(outcome, ["code/kit/deep.pkl", "zebra.txt"])
