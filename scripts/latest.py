"""Run the kit's core on the newest releases of its direct dependencies (used by test.py).

They are installed into `.venv-latest`, made anew each time; the environment in use stays as it is.
"""

import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import environment
import installing
import lock
import taught_names

VENV = environment.ROOT / ".venv-latest"
PYTHON = VENV / environment.venv_python().relative_to(environment.VENV)
TESTS = environment.ROOT / "checks" / "tests"
# What of the suite says whether the lessons still hold, in a few minutes, and why it is asked. How
# grading, sandboxes, set-up and browser work is not here: it is slow, and no lesson teaches it.
CORE = {
    "test_notebooks.py": "each lesson from top to bottom, with its checks: tools to reloading",
    "test_offline_llm.py": "the ReAct prompt and parser; MLflow keeps the LLM",
    "test_choose_llm.py": "OpenAI's client; an LLM changed in the middle of a lesson",
    "test_probes.py": "what checks read off tools, events and steps",
    "test_show_graph.py": "the graph of a workflow, and the way of a run",
    "test_traces.py": "traces and their spans",
    "test_model_script.py": "marked cells become a script",
    "test_own_agent.py": "the learner's own script is written, run and logged",
    "test_logged_before.py": "a model that an older kit has logged comes back",
    "test_private_names.py": "what libraries do not promise to keep",
}
BEGIN = "<!-- The sentence is written by scripts/test.py --latest --write. -->"
END = "<!-- End of the sentence. -->"
SEED = ["--seed"]  # pip, which MLflow looks for
# The packages that the lessons are about, for the sentence.
NAMED = ("llama-index", "llama-index-workflows", "mlflow", "nbgrader", "jupyterlab")


def main(defaults, more):
    """Run the core on the newest releases; return 0 where it passes and nothing taught differs.

    `more` is what somebody has added to pytest's arguments, beside `--latest` and `--write`.
    """
    write = "--write" in more
    more = [one for one in more if one not in ("--latest", "--write")]
    if write and more:
        raise environment.SetupError(
            f"--write tells the README of the whole core: leave out {' '.join(more)}."
        )
    pins = environment.direct_pins(environment.ENVIRONMENT.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        together = Path(folder) / "together.txt"
        newest, usable = releases(pins, Path(folder) / "newest.txt", together)
        install(together)
        told = [*newer(pins, usable), *held_back(newest, usable, Path(folder))]
        changed, known = differences(Path(folder))
    told.append(f"Of {known} names that the lessons write, {len(changed) or 'none'} changed")
    told += [f"  {one}" for one in changed]
    passed, count = core([*defaults, *more])
    print(f"\nThe newest releases, {date.today():%d %B %Y}, Python {sys.version.split()[0]}:")
    print("\n".join([*told, count]))
    if write:
        write_sentence(sentence(usable, passed and not changed))
    return 0 if passed and not changed else 1


def releases(pins, newest_file, together_file):
    """Return the newest release of each direct dependency, by itself and together with the others.

    Both are dicts {name: version}; the files get what uv wrote.
    """
    python = ["--python", sys.executable, "--no-annotate"]
    found = []
    for file, more in ((newest_file, ["--no-deps"]), (together_file, [])):
        done = lock.compiled(pins, file, *python, *more)
        if done.returncode:
            said = installing.known_cause(done.stderr) or reason(done.stderr)
            raise environment.SetupError(f"uv found no newest releases: {said}")
        versions = dict(re.findall(r"^(\S+?)==([^\s;]+)", file.read_text(), re.MULTILINE))
        found.append({name: versions[lock.spelled(name)] for name in pins})
    return found


def install(requirements):
    """Make the environment anew, with the kit in it."""
    uv, env = [sys.executable, "-m", "uv"], installing.uv_settings(sys.executable)
    make = [*uv, "venv", "--clear", *SEED, "--python", sys.executable, str(VENV)]
    VENV.mkdir(exist_ok=True)
    log = VENV / installing.LOG.name
    installing.follow(make, f"making {VENV.name}", env=env, log=log)
    command = [*uv, "pip", "install", "--python", str(PYTHON), "--no-deps"]
    command += ["-r", str(requirements), "-e", str(environment.ROOT)]
    installing.follow(command, "installing the newest releases", env=env, log=log)


def newer(pins, usable):
    """Return a line for each direct dependency that has a newer release which can be installed."""
    lines = [
        f"  {name} {pins[name]} → {usable[name]}" for name in pins if usable[name] != pins[name]
    ]
    return [f"Newer than the lock: {len(lines)} of {len(pins)} direct dependencies", *lines]


def held_back(newest, usable, folder):
    """Return a line for each newest release that cannot be installed, with uv's reason."""
    lines = []
    for name, version in newest.items():
        if usable[name] != version:
            pinned = [f"{other}=={there}" for other, there in {**usable, name: version}.items()]
            done = lock.compiled(pinned, folder / "tried.txt", "--python", sys.executable)
            lines.append(f"  {name} {version}: {reason(done.stderr)}")
    return ["Held back by what others ask for:", *lines] if lines else []


def reason(output):
    """Return the first reason in uv's words on why versions do not go together."""
    words = " ".join(output.split())
    found = re.search(r"[Bb]ecause (.+?)(?:, we can conclude|\. And|\.$|$)", words)
    return found[1].partition(" and you require")[0] if found else "uv gives no reason"


def differences(folder):
    """Return a sentence for each name that lessons write otherwise now, and how many they teach."""
    notebooks = sorted((environment.ROOT / "solutions").glob("*/*.ipynb"))
    names = taught_names.taught(notebooks)
    before, after = (
        taught_names.asked(python, names, folder) for python in (sys.executable, PYTHON)
    )
    known = sum(one is not None for one in before["found"].values())
    return taught_names.differences(before, after, taught_names.keywords(notebooks)), known


def core(arguments):
    """Run the core's tests there; return whether they pass, and pytest's last line."""
    command = [str(PYTHON), "-m", "pytest", "-q", *arguments, *(str(TESTS / name) for name in CORE)]
    last = ""
    with subprocess.Popen(
        command, cwd=str(environment.ROOT), stdout=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
    return process.returncode == 0, f"The core, {len(CORE)} files of tests: {last}"


def sentence(usable, fine):
    """Return the README's sentence on this run."""
    versions = ", ".join(f"{name} {usable[name]}" for name in NAMED)
    result = (
        "the core passed, and no name that the lessons teach has changed"
        if fine
        else ("not all was as before")
    )
    python = sys.version.split()[0]
    return f"Last run on {date.today():%d %B %Y}, Python {python}, {versions}: {result}."


def write_sentence(text):
    """Put the sentence between its marks in the README."""
    from lesson_kit.writing import write_whole

    readme = environment.ROOT / "README.md"
    page = readme.read_text(encoding="utf-8")
    before, mark, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not mark or not end:
        raise environment.SetupError(f"README.md has no place for the sentence: {BEGIN} … {END}.")
    write_whole(readme, f"{before}{BEGIN}\n{environment.wrapped(text)}\n{END}{after}")
