"""Read what learner code printed, or Python in its place: a value, or a call not awaited."""

import re


def prints(printed: str, value) -> bool:
    """Tell whether what was printed has this value in it, and not as a part of a longer word."""
    text = str(value).strip()
    return bool(text) and bool(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", printed))


def never_awaited(printed: str) -> str:
    """Return which call's coroutine Python reports as never awaited; "" where it reports none."""
    found = re.search(r"coroutine '([\w.<>]{1,100})' was never awaited", printed)
    return found[1].rpartition(".")[2] if found else ""
