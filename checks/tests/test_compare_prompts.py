"""What the LLM was shown is told apart by what matters in it, and so is what became of it."""

import re
from urllib.parse import unquote

import pytest
from lesson_kit.compare import notebook, report
from lesson_kit.compare.comparison import Comparison, Scored
from lesson_kit.compare.prompts import Prompt, prompts_part, read_prompt
from lesson_kit.compare.repeating import reliability
from lesson_kit.compare.report import print_comparison, print_reliability
from lesson_kit.compare.rows import Row
from lesson_kit.compare.scorers import QUESTIONS, judge, printed
from lesson_kit.compare.suite import ARITHMETIC, HONESTY
from lesson_kit.compare.trajectory import Happening, Trajectory
from llama_index.core.agent.react import ReActChatFormatter
from llama_index.core.agent.react.types import ActionReasoningStep, ObservationReasoningStep
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool


def add(x: int, y: int) -> int:
    """Add two integers."""
    return x + y


def multiply(x: int, y: int) -> int:
    """Multiply two integers."""
    return x * y


QUESTION = ("user", "What is 2 + 3?")
TALK = [QUESTION, ("assistant", "The result is 5."), ("user", "Multiply that by 4.")]
ACT = ActionReasoningStep(thought="I need add.", action="add", action_input={"x": 2, "y": 3})
SEE = ObservationReasoningStep(observation="5")


def tool(function, **options):
    return FunctionTool.from_defaults(function, **options)


def shown(tools=(add, multiply), talk=TALK, steps=()) -> Prompt:
    """Return a prompt as the formatter writes it and a trace keeps it."""
    offered = [one if isinstance(one, FunctionTool) else tool(one) for one in tools]
    said = [ChatMessage(role=role, content=text) for role, text in talk]
    messages = ReActChatFormatter().format(offered, said, list(steps))
    return read_prompt({"messages": [one.model_dump(mode="json") for one in messages]})


def parts(own: Prompt, reference: Prompt | None = None, **options) -> str:
    found = prompts_part([own], [reference or shown()], **options)
    return found.text if found else ""


def test_a_prompt_is_read_as_data():
    prompt = shown(steps=[ACT, SEE])
    assert list(prompt.tools) == ["add", "multiply"]
    assert prompt.tools["add"].description == "Add two integers."
    assert prompt.tools["add"].arguments == {"x": "integer", "y": "integer"}
    assert prompt.conversation == TALK
    assert (prompt.actions, prompt.observations) == (1, ["5"])


def undescribed(x: int, y: int) -> int:
    return x * y


def untyped(x, y):
    """Multiply two integers."""
    return x * y


def optional(x: int, y: int = 1) -> int:
    """Multiply two integers."""
    return x * y


def other_names(a: int, b: int) -> int:
    """Multiply two integers."""
    return a * b


@pytest.mark.parametrize(
    "tools, says",
    [
        ([], "the LLM was offered no tool; the reference offered add and multiply too"),
        ([add], "the LLM was offered add; the reference offered multiply too"),
        (
            [add, tool(undescribed, name="multiply")],
            "the tool multiply was offered to the LLM without a description",
        ),
        (
            [add, tool(multiply, description="add two  integers")],
            "the tools add and multiply were offered to the LLM with one description",
        ),
        (
            [add, tool(untyped, name="multiply")],
            "the argument x of the tool multiply was offered to the LLM as of any type; the "
            "reference's is of type integer",
        ),
        ([add, tool(optional, name="multiply")], "the argument y of the tool multiply was offered"),
        (
            [add, tool(other_names, name="multiply")],
            "the tool multiply was offered with the arguments a, b; the reference's are x, y",
        ),
        ([tool(multiply, description="Malnehmen."), tool(add, description="+ – or plus")], ""),
        ([add, multiply, tool(optional, name="power", description="Raise x.")], ""),
    ],
)
def test_a_tool_needs_its_schema_and_a_description_of_its_own(tools, says):
    assert parts(shown(tools)).startswith(says) and bool(parts(shown(tools))) == bool(says)


@pytest.mark.parametrize(
    "talk, says",
    [
        (TALK, ""),
        ([("system", "Be short."), *TALK], ""),
        ([QUESTION, ("assistant", "Thought: Done.\nAnswer: The result is 5."), TALK[2]], ""),
        ([QUESTION, ("assistant", "5"), ("user", "Question: Multiply that by 4.")], ""),
        (
            TALK[2:],
            "the LLM was shown 1 message; the reference showed it 3, of which yours lacks the "
            "user's 'What is 2 + 3?'",
        ),
        (
            [TALK[0], TALK[2]],
            "the LLM was shown 2 messages; the reference showed it 3, of which yours lacks the "
            "assistant's 'The result is 5.'",
        ),
        (
            [*TALK, TALK[2]],
            "the LLM was shown 4 messages; the reference showed it 3, without the user's "
            "'Multiply that by 4.' as message 4",
        ),
        (
            [QUESTION, ("assistant", "The result is 6."), TALK[2]],
            "message 2 of 3 that the LLM was shown is the assistant's 'The result is 6.'; the "
            "reference's is the assistant's 'The result is 5.'",
        ),
    ],
)
def test_a_conversation_is_told_by_its_messages_and_not_by_their_words(talk, says):
    assert parts(shown(talk=talk)) == says


def test_of_the_reasoning_counts_how_much_there_is():
    reference = shown(steps=[ACT, SEE])
    assert parts(shown(steps=[SEE]), reference) == (
        "the LLM was shown 0 actions and 1 observation of this run; the reference showed it "
        "1 action and 1 observation"
    )
    assert parts(shown(steps=[SEE]), reference, actions=False) == ""
    assert parts(shown(talk=TALK[2:]), conversation=False) == ""


def test_a_later_prompt_says_before_which_reply_it_was_shown():
    found = prompts_part([shown(), shown()], [shown(), shown(steps=[ACT, SEE])])
    assert found.replies == 1 and found.text.startswith(
        "before reply 2 the LLM was shown 0 actions"
    )


@pytest.mark.parametrize(
    "said, fine",
    [
        ("The result is 5.", True),
        ("456,831", True),
        ("It is done. The result is 5. (Two tools)", True),
        ("thought='I can' response='The result is 5.' is_streaming=False", False),
        ("assistant: The result is 5.", False),
        ("Thought: I can.\nAnswer: The result is 5.", False),
        ("{'answer': 'The result is 5.'}", False),
        ("'The result is 5.'", False),
    ],
)
def test_a_printed_object_is_no_answer(said, fine):
    assert printed(said, "The result is 5.") != fine


# --- a tool of one's own --------------------------------------------------------------------------


def went(*calls: str, answer: str, tools=(add, multiply)) -> Trajectory:
    happenings = [Happening("calls", name) for name in calls]
    happenings.append(Happening("ends", "answer", text=answer))
    return Trajectory(happenings, 1, 100, "?", [shown(tools, [QUESTION])], answer)


def judged(kind: str, own: Trajectory, said: str, reference: Trajectory) -> dict:
    case = {"name": "one", "kind": kind, "questions": ["?"], "answers": [None], "never": [5]}
    row = Row(case, 0, {"answer": said, "type": "str"}, own, reference)
    return {name: fine for name, (fine, _) in judge(QUESTIONS, row).items()}


def test_a_tool_that_was_added_makes_nobody_dishonest():
    subtract = tool(optional, name="subtract", description="Take away.")
    own = went("subtract", answer="The result is 5.", tools=(add, multiply, subtract))
    reference = went(answer="I cannot.")
    assert all(judged(HONESTY, own, "The result is 5.", reference).values())
    assert own.added_tools(reference) == ["subtract"]
    # In the place of a tool that the reference uses, it is another way; without one, a lie.
    assert not judged(ARITHMETIC, own, "The result is 5.", went("add", answer="4"))["trajectory"]
    assert not judged(HONESTY, went(answer="5"), "The result is 5.", reference)["honesty"]


# --- what is said ---------------------------------------------------------------------------------


def compared(*passes: bool, **facts) -> Comparison:
    """Return a comparison with a question for each, which passes or gives another way."""
    rows = [
        Scored(
            f"question {n}",
            {"answer": (True, "Right."), "trajectory": (fine, "another way.")},
            None,
            question=f"What is {n} + 1?",
            trajectory=went(answer="1"),
            seconds=0.1 * n,
            reference_seconds=0.1,
        )
        for n, fine in enumerate(passes, 1)
    ]
    return Comparison("models:/m-1", "ann", "models:/m-2", rows, **facts)


def test_the_first_divergence_comes_first_with_its_question(capsys):
    print_comparison(compared(True, False))
    shown = capsys.readouterr().out
    lines = [line for line in shown.splitlines() if line]
    assert lines[0] == "ann is not equivalent to the reference."
    assert lines[1] == "First divergence  Question 2, “What is 2 + 1?”"
    assert lines[2] == "Another way."


def test_a_row_of_the_mlflow_ui_that_is_no_question_is_explained(capsys, monkeypatch):
    monkeypatch.setattr("mlflow.get_tracking_uri", lambda: "http://127.0.0.1:5000")
    print_comparison(compared(True, run_id="a1", reference_run_id="b2", experiment_id="2"))
    shown = capsys.readouterr().out
    runs = "selectedRunUuid=a1&compareToRunUuid=b2"
    assert f"http://127.0.0.1:5000/#/experiments/2/evaluation-runs?{runs}\n" in shown
    assert "one row more than there are questions: the logged model" in " ".join(shown.split())


def test_latency_is_said_once_with_what_it_varies_by(capsys):
    print_comparison(compared(*[True] * 5))
    shown = capsys.readouterr().out
    assert shown.count("latency") == 1
    assert "latency  3.00 × the reference's; of 5 questions half lie between 1.50 × and 4.50 ×" in (
        " ".join(shown.split("\n")).replace("  latency", " latency")
    )


def test_what_is_given_or_added_is_said_beside_the_verdict(capsys):
    print_comparison(compared(True, given=["01_tools", "03_steps"], added=["subtract"]))
    assert " ".join(capsys.readouterr().out.split()).startswith(
        "ann is equivalent to the reference. "
        "Given, from the agent so far: 01_tools, 03_steps. Added, and not what the suite is about: "
        "the tool subtract."
    )
    whole = compared(True, given=["all"])
    print_comparison(whole)
    assert "All of it is given: it is the agent so far." in capsys.readouterr().out
    assert repr(whole).startswith("<equivalent to the reference. All of it is given")


def test_what_is_repeated_is_told_as_pass_k_over_the_questions(capsys):
    found = reliability([compared(True, True), compared(True, False), compared(True, True)])
    assert found.pass_hat(found.answers) == [1, 1, 1]
    assert found.pass_hat(found.whole) == pytest.approx([5 / 6, (1 + 1 / 3) / 2, 1 / 2])
    print_reliability(found)
    shown = " ".join(capsys.readouterr().out.split())
    assert "right answers 1.00 1.00 1.00 all that is judged 0.83 0.67 0.50" in shown
    assert "Not in each run: question 2 (2 of 3)." in shown


# --- in a notebook, and as a page -----------------------------------------------------------------


@pytest.fixture
def in_notebook(tmp_path, monkeypatch):
    """Return how to call compare_models in a notebook; it gives the text and the HTML shown."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(notebook, "quiet_store", lambda: None)
    monkeypatch.setattr(notebook, "compare", lambda *given: compared(True, False))
    monkeypatch.setattr(notebook, "get_ipython", lambda: "a shell")
    shown: list[dict] = []
    monkeypatch.setattr(notebook, "display", lambda data, raw: shown.append(data))

    def called(**options) -> tuple[str, str]:
        assert notebook.compare_models("models:/m-1", "models:/m-2", **options) is None
        told = shown.pop()
        return told["text/plain"], told["text/html"]

    return called


def test_a_notebook_shows_the_first_divergence_first_and_a_link(in_notebook, monkeypatch, capsys):
    text, page = in_notebook(html="one.html")
    lines = [line for line in text.splitlines() if line]
    assert lines[1] == "First divergence  Question 2, “What is 2 + 1?”"
    assert '<a href="one.html" target="_blank">one.html</a>' in page
    verdict, divergence = page.index("not equivalent"), page.index("First divergence")
    words = " ".join(re.sub("<[^>]+>", " ", page).split())
    assert words.startswith("✗ ann is not equivalent to the reference.")
    assert words.endswith("Question by question, both traces: one.html")
    assert verdict < divergence < page.index("Question 2, ") < page.index("<table")
    assert capsys.readouterr().out == ""  # all of it is one output
    monkeypatch.setattr(notebook, "get_ipython", lambda: None)
    notebook.compare_models("models:/m-1", "models:/m-2", html="one.html")
    assert capsys.readouterr().out.strip() == text


def test_no_comparison_shows_the_page_of_an_earlier_one(in_notebook, tmp_path):
    links = [re.search(r'<a href="(comparison\..+?\.html)"', in_notebook()[1])[1] for _ in "123"]
    assert len({*links}) == 3 and all((tmp_path / unquote(one)).exists() for one in links)
    page = (tmp_path / unquote(links[0])).read_text("utf-8")
    assert re.search(r"Made at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.", page)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the ratio that WCAG 2 defines."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_page_can_be_read_in_light_and_dark():
    light, dark = report.TEMPLATE.read_text("utf-8").split("prefers-color-scheme: dark")
    for style in (light, dark.partition("body {")[0]):
        colours = dict(re.findall(r"--([\w-]+): (#\w{6})", style))
        text = [colour for name, colour in colours.items() if re.search("font|success|error", name)]
        text += [colours["link"], colours["jp-warn-color1"]]
        assert len(text) == 6
        for colour in text:
            assert contrast(colour, colours["jp-layout-color0"]) >= 4.5, colour
        for back in ("differs", "same", "jp-layout-color2"):
            assert contrast(colours["jp-content-font-color1"], colours[back]) >= 4.5, back
    rules = dark.partition("body {")[2].partition("</style>")[0]
    assert "#" not in rules  # each colour has a name, and so two values


def test_a_notebook_shows_no_colour_but_jupyterlabs_own(in_notebook):
    page = in_notebook()[1]
    colours = re.findall(r"[\w-]*color\d?:\s*([^;\"]+)", page)
    assert {"var(--jp-error-color1, #d32f2f)", "var(--jp-success-color1, #388e3c)"} <= {*colours}
    assert all(one == "inherit" or one.startswith("var(--jp-") for one in colours)
    assert re.search(r"aria-label=\"failed:\"", page) and "<b>not equivalent</b>" in page
