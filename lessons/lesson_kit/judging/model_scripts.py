"""Judge how a learner makes a model: the marked cells and the script (6.1, 6.2)."""

from lesson_kit.agent_script.marked_cells import MARKER
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed
from lesson_kit.probes.model_replies import WrittenScript

# --- 6.1 marked_cells -----------------------------------------------------------------------------

NO_TEXTS = Finding("6.1/no-texts", "It gives a list with one str for each marked cell.")
MARKER_KEPT = Finding(
    "6.1/marker-kept", "The marker line itself is still there: return what comes below it."
)
NOT_ALL_CELLS = Finding(
    "6.1/not-all-cells",
    "It does not find all marked cells. Each counts, up to the last, also one with the marker "
    "alone, and one with the same code as another.",
)
FIRST_LINE = Finding(
    "6.1/first-line",
    "A code cell is marked where its whole first line is the marker, exactly; one that only "
    "mentions it is not.",
)
CODE_CHANGED = Finding(
    "6.1/code-changed",
    "These are the marked cells, but not the code as it was: take the first line away, and change "
    "nothing of the rest.",
)
OTHER_ORDER = Finding(
    "6.1/other-order", "These are the marked cells, in another order than in the notebook."
)


def marked(code: str) -> list[str]:
    """Stand for a marked code cell of a notebook; without code, for one with the marker alone."""
    return ["code", f"{MARKER}\n{code}" if code else MARKER]


def cells_found(
    learner,
    cells: list[list[str]],
    expected: list[str],
    before: list[list[str]] | None = None,
) -> None:
    """Fail unless `marked_cells` finds exactly this code in a notebook of these cells."""
    shown = ", ".join(f"{kind}: {source!r}" for kind, source in cells)
    after = ", after another notebook at the same path" if before else ""
    outcome = learner.request(
        "logged_models.from_notebook",
        f"marked_cells of a notebook with {shown}{after}",
        function="marked_cells",
        cells=cells,
        before=before,
    )
    found = outcome.obtained(repr(expected))
    if not isinstance(found, list) or not all(isinstance(code, str) for code in found):
        outcome.returns(expected, NO_TEXTS)
    bare = found  # but for a newline more or less
    if len(found) == len(expected):
        pairs = zip(found, expected, strict=True)
        bare = [code if but_a_newline(one, code) else one for one, code in pairs]
    if bare == expected and outcome.type == "list":
        return
    if bare == expected:
        outcome.fail(NO_TEXTS, repr(expected))
    if found and all(code.startswith(MARKER) for code in found):
        meaning = MARKER_KEPT
    elif sorted(bare) == sorted(expected):
        meaning = OTHER_ORDER
    elif squeezed(bare) == squeezed(expected):
        meaning = CODE_CHANGED
    elif strange := not_in(cells, bare):
        meaning = Finding(
            "6.1/not-in-it",
            f"{strange[0]!r} stands in no cell of the notebook that it is given. Read that one "
            "anew at each call, and give the code to the letter.",
        )
    elif len(bare) < len(expected) and set(bare) <= set(expected):
        meaning = NOT_ALL_CELLS
    else:
        meaning = in_no_code_cell(cells, [code for code in bare if code not in expected])
    raise Failed(meaning, outcome.called, repr(expected), repr(found))


def in_no_code_cell(cells: list[list[str]], codes: list[str]) -> Finding:
    """Say that one of these texts is below the marker of a cell that is no code, if one is."""
    for kind, source in cells:
        first, _, rest = source.partition("\n")
        if kind != "code" and first == MARKER and rest in codes:
            return Finding(
                "6.1/no-code-cell",
                f"{rest!r} stands in a {kind} cell: only those whose cell_type is 'code' count.",
            )
    return FIRST_LINE


def but_a_newline(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for one newline at their end."""
    return one in (other, f"{other}\n") or f"{one}\n" == other


def not_in(cells: list[list[str]], codes: list[str]) -> list[str]:
    """Return the texts that no cell of a notebook has in it."""
    return [code for code in codes if not any(code in source for _, source in cells)]


def squeezed(codes: list[str]) -> list[str]:
    """Return texts without blanks, line breaks and markers."""
    return ["".join(code.replace(MARKER, "").split()) for code in codes]


# --- 6.2 generate_model_script --------------------------------------------------------------------

WRITING_RAISES = Finding(
    "6.2/writing-raises", "It raised an exception, and so no script is written."
)
NO_FILE = Finding("6.2/no-file", "There is no such file afterwards: write the text to output_path.")
SCRIPT_RAISES = Finding(
    "6.2/script-raises",
    "The script does not run. It needs all cells as they are, in their order, each begun on a line "
    "of its own, and the two lines about the model at the end.",
)
NO_MODEL = Finding(
    "6.2/no-model",
    "Without mlflow.models.set_model(agent) at its end MLflow does not know what the model is.",
)
OTHER_MODEL = Finding(
    "6.2/other-model",
    "The script sets another model. It needs each cell to the letter, every blank of it, as often "
    "as it is in the list, in their order, and below them the model is set.",
)
SET_TWICE = Finding(
    "6.2/set-twice",
    "The script sets a model more than once. An older script is replaced, and the two lines come "
    "once.",
)
OLDER_SCRIPT = Finding(
    "6.2/older-script", "The older script is still there: write the file anew each time."
)
CELLS_CHANGED = Finding(
    "6.2/cells-changed",
    "The list `cells` is another one afterwards. It is the caller's: make a new list, for example "
    "[*cells, …].",
)
CODE_NOT_KEPT = Finding(
    "6.2/code-not-kept",
    "The script runs, but it is not the cells' code, one after another: join them as they are.",
)

CODE_STRIPPED = Finding(
    "6.2/code-stripped",
    "A cell's code is in the script without the blanks or line breaks at its beginning or end: "
    "join the cells as they are, to the last blank.",
)


def script_sets(learner, cells: list[str], model, before: list[str] | None = None) -> None:
    """Fail unless the learner's function writes a script that runs and sets this as its model.

    `before` are the cells of a script that it has written to the same path first.
    """
    over = f", over a script of {before}" if before else ""
    outcome = learner.request(
        "logged_models.script",
        f"generate_model_script('made_script.py', {cells}){over}",
        function="generate_model_script",
        cells=cells,
        before=before,
    )
    if outcome.raised is not None and outcome.raised["type"] != "NotImplementedError":
        outcome.fail(WRITING_RAISES, "a script")
    script: WrittenScript = outcome.obtained("a script")
    if not script["written"]:
        raise Failed(NO_FILE, outcome.called, "the file made_script.py", "no file")
    expected = f"a script that sets {model!r} as the model"
    if before and any(cell[-40:] in script["text"] for cell in before):
        raise Failed(OLDER_SCRIPT, outcome.called, expected, repr(script["text"]))
    if script["error"]:
        raise Failed(SCRIPT_RAISES, outcome.called, expected, script["error"])
    if script["models"] != [model]:
        several = SET_TWICE if len(script["models"]) > 1 else OTHER_MODEL
        meaning = several if script["models"] else NO_MODEL
        got = f"the models {script['models']}"
        raise Failed(meaning, outcome.called, f"one model: {model!r}", got)
    if script["cells"] != cells:
        raise Failed(CELLS_CHANGED, outcome.called, repr(cells), repr(script["cells"]))
    place = 0
    for cell in cells:
        place = script["text"].find(cell, place)
        if place < 0:
            meaning = CODE_STRIPPED if cell.strip() in script["text"] else CODE_NOT_KEPT
            expected = f"a script with {cell!r} in it"
            raise Failed(meaning, outcome.called, expected, repr(script["text"]))
        place += len(cell)
