"""Models stay loadable: one that was logged before the kit's modules moved, and what one carries.

`data/model_logged_before` is what `mlflow.llama_index.save_model` made of the reference agent when
`lesson_kit` was still one folder of modules.
"""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import mlflow
from lesson_kit import llm
from lesson_kit.agent_script.logged_model import EXAMPLE, model_code
from lesson_kit.openai_llm import OpenAIServer
from lesson_kit.private_names import llm_in_settings, settings_kept

OLD_MODEL = Path(__file__).with_name("data") / "model_logged_before"
ANSWER = "456831"  # (123 + 456) * 789


async def ask(agent) -> str:
    return str(await agent.run(**EXAMPLE))


def run_elsewhere(code: str, folder: Path) -> list[str]:
    """Run code away from the repository; return the lines that it prints."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_model_logged_before_loads_with_todays_kit():
    with settings_kept():
        agent = mlflow.llama_index.load_model(str(OLD_MODEL))
        assert type(llm_in_settings()).__name__ == "OfflineLLM"
        assert ANSWER in asyncio.run(ask(agent)).replace(",", "")


def test_a_model_logged_before_answers_through_pyfunc_with_the_code_that_it_carries(tmp_path):
    code = (
        "import sys, mlflow\n"
        f"model = mlflow.pyfunc.load_model({str(OLD_MODEL)!r})\n"
        f"print(model.predict({EXAMPLE!r}))\n"
        "print(sys.modules['lesson_kit'].__file__)\n"
    )
    answer, kit = run_elsewhere(code, tmp_path)
    assert ANSWER in answer.replace(",", "")
    assert Path(kit).is_relative_to(OLD_MODEL / "code")


def test_what_a_model_carries_works_without_the_rest_of_the_kit(tmp_path):
    code = (
        "import sys\n"
        f"sys.path.insert(0, {model_code()[0].removesuffix('/lesson_kit')!r})\n"
        "import lesson_kit\n"
        "print(*[name for name in sys.modules if name.startswith('lesson_kit')])\n"
        "from lesson_kit import LLMNotAvailable, choose_llm\n"
        "print(type(choose_llm()).__name__)\n"
        "print('openai' in sys.modules)\n"  # half a second that the offline LLM does without
        "print(*{module.__file__ for name, module in sys.modules.items()\n"
        "        if name.startswith('lesson_kit')}, sep='\\n')\n"
    )
    alone, chosen, openai, *files = run_elsewhere(code, tmp_path)
    assert (alone, chosen, openai) == ("lesson_kit", "OfflineLLM", "False")
    assert {Path(file).parent for file in files} == {Path(model_code()[0])}


def test_the_llm_of_another_server_is_found_where_it_was_when_models_were_logged():
    assert llm.OpenAIServer is OpenAIServer
    assert not hasattr(llm, "OpenAISever")
