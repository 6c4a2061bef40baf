"""Judge what MLflow has stored of the model that a learner logged (6.3)."""

from lesson_kit.agent_script.logged_model import model_requirements
from lesson_kit.judging.drawing import WORKS_FIRST, numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed
from lesson_kit.probes.model_replies import LoggedModel

NO_MODEL_INFO = Finding(
    "6.3/no-model-info", "Keep what log_model returns: it knows where the model is."
)
NOT_THE_AGENT = Finding(
    "6.3/not-the-agent",
    "The model that was logged does not answer as the agent does. It is the script react_agent.py, "
    "made of your cells.",
)


def logged(learner) -> LoggedModel:
    """Return what MLflow has stored about the learner's `model_info`, and what the model answers.

    `result` is what it should have answered. All checks of 6.3 look at one model, and ask it once.
    """
    return learner.once("logged", look_at_model_info)


def look_at_model_info(learner) -> LoggedModel:
    x, y, z = numbers(learner, 3)
    question = f"What is ({x} + {y}) * {z}?"
    outcome = learner.request(
        "logged_models.logged", "model_info", name="model_info", question=question
    )
    stored = outcome.obtained("what log_model returns")
    if "name" not in stored:
        raise Failed(NO_MODEL_INFO, "model_info", "a ModelInfo", f"a {stored['type']}")
    return stored | {"question": question, "result": (x + y) * z}


def is_logged_as_taught(stored: LoggedModel) -> None:
    """Fail unless the model is the agent's script, with its packages and its LLM's code."""
    if "react_agent.py" not in stored["files"]:
        raise Failed(
            Finding(
                "6.3/no-script",
                "react_agent.py is not in the model: give log_model the path of that script.",
            ),
            "the files of the logged model",
            "react_agent.py among them",
            ", ".join(stored["files"]),
        )
    if "code/lesson_kit/offline_llm.py" not in stored["files"]:
        raise Failed(
            Finding(
                "6.3/no-llm-code",
                "Elsewhere nobody has the offline LLM's class: log_model(…, "
                "code_paths=model_code()).",
            ),
            "the files of the logged model",
            "code/lesson_kit/offline_llm.py among them",
            ", ".join(stored["files"]),
        )
    needed, packages = names_of(model_requirements()), names_of(stored["requirements"])
    if packages != needed:
        raise Failed(
            Finding(
                "6.3/other-requirements",
                "Those are other packages than model_requirements() names: log_model(…, "
                "pip_requirements=model_requirements()).",
            ),
            "requirements.txt of the logged model",
            ", ".join(sorted(needed)),
            ", ".join(sorted(packages)) or "none",
        )


def names_of(requirements: list[str]) -> set[str]:
    """Return the packages that requirements name, but for the LLM's own."""
    names = {line.partition("==")[0] for line in requirements}
    return {name for name in names if not name.startswith("llama-index-llms-")}


def model_answers(stored: LoggedModel, meaning: Finding = WORKS_FIRST) -> None:
    """Fail unless the logged model, loaded again, has answered the question it was asked."""
    result = str(stored["result"])
    if result not in str(stored["answer"]).replace(",", ""):
        raise Failed(
            meaning,
            f"the logged model, asked {stored['question']!r}",
            f"an answer with {result}",
            repr(stored["answer"])[:240],
        )
