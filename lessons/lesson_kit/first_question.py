"""Ask the chosen LLM a first question; where it does not answer, say in one sentence why.

    from lesson_kit import try_llm
    try_llm()    # shows model, latency and tokens

So a wrong key is found before it costs an evening in lesson 4.
"""

import os
import textwrap
import time
from collections.abc import Iterator

from llama_index.core.llms import ChatMessage, ChatResponse
from llama_index.core.llms.llm import LLM

from lesson_kit.llm import GO_OFFLINE, KEYS, PLACES, LLMNotAvailable, choose_llm
from lesson_kit.private_names import llm_in_settings

QUESTION = "What can you do?"
WIDTH = 83  # JupyterLab breaks longer lines in the middle of words
SHOWN = 300  # characters of the answer: some LLMs talk
PATIENCE = 30  # seconds for a server's reply; whoever waits here wants to know soon
# The option of LESSON_LLM that makes an LLM of this class.
OPTIONS = {
    "OpenAI": "openai",
    "OpenAIServer": "openai",
    "Databricks": "databricks",
    "Ollama": "ollama",
}


def try_llm(llm: LLM | None = None, question: str = QUESTION) -> None:
    """Ask an LLM, by default the one in `Settings`, and print model, latency and tokens.

    Raises LLMNotAvailable where it does not answer.
    """
    llm = llm or llm_in_settings() or choose_llm()
    begun = time.perf_counter()
    try:
        response = asked_once(llm).chat([ChatMessage(role="user", content=question)])
    except Exception as error:
        if type(llm).__name__ not in OPTIONS and status_of(error) is None:
            raise  # an LLM of the learner's own: its traceback says more than we know
        raise LLMNotAvailable(refusal(llm, error)) from None
    seconds = time.perf_counter() - begun
    answer = textwrap.shorten(response.message.content or "", SHOWN, placeholder=" …")
    shown = textwrap.wrap(
        f"→ {answer or '(an empty text)'}", WIDTH, subsequent_indent="  ", break_on_hyphens=False
    )
    print(question, *shown, "", sep="\n")
    print(f"model    {model_of(llm)} ({type(llm).__name__}{place_of(llm, ' at ')})")
    print(f"latency  {seconds:.2f} s")
    print(f"tokens   {tokens_of(response)}")


def asked_once(llm: LLM) -> LLM:
    """Return an LLM like this one that asks once and is not patient, where its class can do that.

    OpenAI's client tries again for minutes; kept, its connections would stay as impatient as here.
    """
    settings = {"max_retries": 0, "timeout": PATIENCE, "reuse_client": False}
    return llm.model_copy(
        update={name: value for name, value in settings.items() if name in type(llm).model_fields}
    )


def model_of(llm: LLM) -> str:
    """Return the name of an LLM's model; for its `metadata` Ollama's client asks the server."""
    return getattr(llm, "model", None) or llm.metadata.model_name


def place_of(llm: LLM, before: str) -> str:
    """Return where an LLM's server is, after the words given; "" for one that needs none."""
    url = getattr(llm, "api_base", None) or getattr(llm, "base_url", None)
    return f"{before}{url}" if url else ", in this notebook" * (type(llm).__name__ == "OfflineLLM")


def tokens_of(response: ChatResponse) -> str:
    """Return how many tokens went in and out, as the LLM reported it."""
    usage = entry(response.raw, "usage") or response.additional_kwargs
    sent, received = entry(usage, "prompt_tokens"), entry(usage, "completion_tokens")
    return "not reported" if sent is None else f"{sent} in, {received} out"


def entry(data: object, name: str):
    """Return an entry of a dict, or an attribute of an object; None where there is none."""
    return data.get(name) if isinstance(data, dict) else getattr(data, name, None)


def refusal(llm: LLM, error: Exception) -> str:
    """Return the sentence for an error of an LLM's client: what, where, and how to mend it."""
    option, model = OPTIONS.get(type(llm).__name__, ""), model_of(llm)
    key = f"the key in {KEYS[option]}" if option in KEYS else "its key"
    place = PLACES.get(option, "its address")
    server = f"The LLM server{place_of(llm, ' at ')}"
    status, names = status_of(error), set(class_names(error))
    if status == 401:
        what = f"refuses {key}"
        remedy = f"set another in the environment that starts Jupyter, or {GO_OFFLINE}"
    elif status == 403:
        what = f"does not let {key} use the model {model!r}"
        remedy = f"set LESSON_LLM_MODEL to one that it may use, or {GO_OFFLINE}"
    elif status == 404:
        what = f"has no model {model!r}, or nothing there speaks its protocol"
        base = option == "openai" and os.environ.get(PLACES[option])
        ending = " (which often ends in /v1)" if base else ""
        remedy = (
            f"set LESSON_LLM_MODEL to one that it has, look at {place}{ending}, or {GO_OFFLINE}"
        )
    elif status == 429:
        what = "refuses for now: too many requests, or no credit is left"
        remedy = f"wait a minute and try again, look at your account there, or {GO_OFFLINE}"
    elif names & {"APITimeoutError", "TimeoutException", "TimeoutError"}:
        what = "gave no reply in time"
        remedy = f"try again, as it may just be starting, look at {place}, or {GO_OFFLINE}"
    elif names & {"APIConnectionError", "ConnectError", "ConnectionError"}:
        what = "cannot be reached"
        remedy = f"look at {place}, at the network and at whether it runs, or {GO_OFFLINE}"
    elif status is not None and status >= 500:
        what = f"has a fault of its own ({status})"
        remedy = f"try again later, or {GO_OFFLINE}"
    else:
        said = " ".join(str(error).split())[:200]
        what = f"answers what cannot be used ({type(error).__name__}: {said})"
        remedy = f"look at {place} and LESSON_LLM_MODEL, or {GO_OFFLINE}"
    return f"{server} {what}: {remedy}."


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error, and those that it came of."""
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        yield error
        error = error.__cause__ or error.__context__


def class_names(error: Exception) -> Iterator[str]:
    """Yield the names of an error's classes: the clients' packages need not be installed."""
    for one in chain(error):
        yield from (kind.__name__ for kind in type(one).__mro__)


def status_of(error: Exception) -> int | None:
    """Return the HTTP status that an error stands for, if any."""
    found = (getattr(one, "status_code", None) for one in chain(error))
    return next((status for status in found if isinstance(status, int) and status > 0), None)
