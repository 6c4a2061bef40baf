"""Lesson 6, hidden: other notebooks, scripts, questions, folders and secrets."""

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.agent_script.marked_cells import MARKER
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.model_files import (
    LONG,
    folder_files,
    lists_artifacts,
    lists_secret_files,
    llm_is_named,
)
from lesson_kit.judging.model_scripts import cells_found, marked, script_sets
from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.stored_models import NOT_THE_AGENT, logged, model_answers


@check("6.1")
def compares_the_first_line_only(learner):
    """takes the first line, and that line alone, for the marker"""
    n = learner.random.randint(100, 999)
    others = [
        ["code", f"x = {n}\n{MARKER}"],
        ["code", f"print('{MARKER}')"],
        ["code", f"{MARKER} not\ny = {n}"],
        ["code", f"{MARKER} \na_blank = {n}"],
        ["code", f" {MARKER}\nindented = {n}"],
        ["code", f"\n{MARKER}\nbelow = {n}"],
        ["code", f"{MARKER.lower()}\nsmall = {n}"],
        ["code", f"{MARKER.replace(' ', '', 1)}\nclose = {n}"],
        ["raw", f"{MARKER}\nraw = {n}"],
    ]
    learner.random.shuffle(others)
    again = f"# a comment\nsecond = {n + 1}\n{MARKER}\nthird = '{MARKER}'"
    cells = [*others[:5], marked(f"first = {n}"), *others[5:], marked(again)]
    cells_found(learner, cells, [f"first = {n}", again])


@check("6.1")
def finds_none_where_none_is(learner):
    """gives an empty list for a notebook without marked cells, and looks anew at the next"""
    n = learner.random.randint(100, 999)
    one = marked(f"y = {n}")
    cells_found(learner, [["code", f"x = {n}"]], [])
    cells_found(learner, [], [])
    cells_found(learner, [["code", f"x = {n}"], one], [f"y = {n}"])
    cells_found(learner, [one], [f"y = {n}"], before=[marked(f"z = {n}")])


@check("6.1")
def keeps_each_cell_as_it_is(learner):
    """gives the same code twice where two cells have it, in any order, blanks and all"""
    n = learner.random.randint(100, 999)
    name, word = words(learner, 2)
    step = f"{name} = {n}"
    codes = [
        step,
        f"print('{word}  {word} ')  # →",
        f"\n\nif {name}:\n\tpass",
        step,
        "",
        f"text = '''{word} \t\n\n  {name}\t{word} {name}'''  \n\n\n",
        f"# {word}\n{MARKER}\n\t",
        "a = 1",
    ]
    cells_found(learner, [marked(code) for code in codes], codes)


@check("6.2")
def script_keeps_the_order(learner):
    """keeps the order of the cells and what each of them defines"""
    first, second, last = words(learner, 3)
    add = f"names.append({second!r})  # {{→}}\n"
    cells = [
        f"names = [{first!r}]",
        add,
        f"def last():\n    agent = '\\n'\n    return {last!r} + agent",
        add,
        "agent = mlflow = None",  # the script's own lines come after all that the cells define
        "agent = ' '.join([*names, last()])  # the end",
        "agent = agent.upper()",
    ]
    script_sets(learner, cells, f"{first} {second} {second} {last}\n".upper())


@check("6.2")
def script_keeps_any_code(learner):
    """keeps each cell to the letter, whatever stands in it, the script's own last lines too"""
    name, word, other = words(learner, 3)
    text = f"{word}  \t\n\n\n   é{other} \n# {word}\n\t\u2028\x0c{{}} %s \\\\ → 'agent' \n"
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    cells = [
        f"\n\n{name} = '''{text}'''   \n\n\n",
        f"{word} = '''{ending}'''\n# {ending}".removesuffix("mlflow.models.set_model(agent)\n"),
        f"def never():\n    {ending}".replace("\nmlflow", "\n    mlflow"),
        "",
        f"agent = {name} + {word}",
        "#  mlflow.models.set_model(agent)  ",
    ]
    script_sets(learner, cells, text.replace("\\\\", "\\") + ending)


@check("6.2")
def script_is_made_anew(learner):
    """replaces an older script, be it longer or shorter"""
    a, b, c = numbers(learner, 3)
    long, short = (
        ["agent = 0", f"agent = {a} - {b}", f"more = {list(range(99))}"],
        ["agent = 'old'"],
    )
    script_sets(learner, [f"agent = {a} * {b}"], a * b, before=long)
    script_sets(learner, [f"x = {a}", f"agent = x * {c} # long"], a * c, before=short)


@check("6.3")
def logged_model_answers(learner):
    """answers another question when it is loaded again"""
    model_answers(logged(learner), NOT_THE_AGENT)


@check("6.3")
def logged_in_the_experiment(learner):
    """is in the tutorial's experiment"""
    stored = logged(learner)
    if stored["experiment"] != EXPERIMENT:
        raise Failed(
            Finding(
                "6.3/other-experiment",
                "The run is in another experiment: leave the one that the first cell has set. "
                "Where another was set since, run the first cell again, and then this one.",
            ),
            "the experiment of model_info",
            repr(EXPERIMENT),
            repr(stored["experiment"]),
        )
    model_answers(stored)


@check("6.4")
def names_any_files(learner):
    """names the files of any model and of a folder, sorted, without the folders"""
    outer, inner, name, other = words(learner, 4)
    files = {
        f"{outer}/{inner}/{inner}/{name}.json": "{}",
        f"{outer}/{inner}/{inner}-{name}": "",
        f"{outer}.py": "",
        f"{outer}/{outer}.py": "",
        f".{other}": "hidden",
        f"{outer}/.{inner}/{other} ü.txt": "",
        f"{outer}/settings.json": "{}",
        f"{outer.upper()}.TXT": "",
        f"__pycache__/{name}.pyc": b"\xff",
        **folder_files(learner),
    }
    lists_artifacts(learner, files, uri=False)
    lists_artifacts(learner, files, uri=True, before={f"{name}.txt": "x"})
    lists_artifacts(learner, files, uri=False, before={f"{name}.txt": "x"}, there=True)


@check("6.5")
def reads_any_llm(learner):
    """names whichever LLM was logged, also after another model"""
    library, module, name, other = words(learner, 4)
    constructor = f"{library}.{module}{learner.random.randint(2, 99)}.{name.title()}"
    before = f'{{"_llm": {{"object_constructor": "{other}.LLM"}}}}'
    llm_is_named(learner, constructor)
    llm_is_named(learner, f"{other}.{constructor}", before={"settings.json": before})


@check("6.6")
def searches_every_kind_of_file(learner):
    """searches files that are no text, large ones, at any depth, and gives their names sorted"""
    secret = f"sk-{learner.random.getrandbits(64):016x}"
    near, text, deep = words(learner, 3)
    far = learner.random.randint(1, 60_000)
    cut = learner.random.randint(1, len(secret) - 1)
    holders = {
        f"{text}.txt": f"key = {secret}",
        f"{text}/{deep}.txt": secret,
        f"{text}-{deep}": f"{secret}\n\n{secret}",
        f"code/{deep}/{deep}/{deep}.pkl": b"\x80\x04\xff\xfe" + secret.encode() + b"\x00\xff",
        f"code/.{deep}": f"{near}{secret}{near}",
        f"{deep.upper()}.bin": b"\xff\x00" * (LONG + far) + secret.encode(),
        f"{near}-{deep}": secret[:cut] + secret,
        # across the blocks of whoever reads in blocks, of a power of two or of ten bytes
        f"{near}/{text}.1": "x" * (2**20 - cut) + secret + "y" * far,
        f"{near}/{text}.2": "\n" * (10**6 - cut) + secret + "\n" * far,
    }
    inside = secret.encode()
    others = {
        f"{near}.txt": secret[:-1],
        f"{secret}/{near}.txt": secret[1:],
        f"{deep}.1": inside[:cut] + b"\xff" + inside[cut:],
        f"{deep}.2": inside[:cut] + b"\x00" + inside[cut:],
        f"{deep}.3": f"{secret[:cut]}\n{secret[cut:]}",
        f"{deep}.4": secret.encode("utf-16"),
        f"{deep}.5": "".join(f"{secret[:-1]}_{place}\n" for place in range(99)),
    }
    lists_secret_files(learner, secret, holders, others)
    lists_secret_files(learner, secret, {f"{near}.txt": secret}, before=holders)
    lists_secret_files(learner, secret, {f"{near}.txt": secret}, before=holders, there=True)


@check("6.6")
def searches_for_any_secret(learner):
    """looks for the secret's own characters, whatever they are"""
    begin, end, name = words(learner, 3)
    secret = f" {begin}.*[{end}]ü\\ "
    near = {
        f"{begin}.txt": secret.strip(),
        f"{end}.txt": secret.replace(".", "x"),
        f"{name}.py": f" {begin} {end}ü ",
        f"{begin}-{end}.txt": secret.upper(),
    }
    lists_secret_files(learner, secret, {f"{name}.txt": f"'{secret}'"}, near)
    lines = f"-- {begin} --\n{secret}\n\n{end}\t\u2028{name} "
    near = {
        f"{begin}.txt": lines.replace("\n", "\r\n"),
        f"{end}.txt": lines.replace("\n", " "),
        f"{name}.txt": lines.strip(),
        f"{begin}-{end}.bin": lines.encode("latin-1", errors="replace"),
    }
    holders = {f"{name}.pem": f"{begin}{lines}{end}", f"{end}.bin": b"\xff" + lines.encode()}
    lists_secret_files(learner, lines, holders, near)
