"""Show values of any size and origin as text and as HTML in which nothing acts."""

import html
import json
from typing import Any

from lesson_kit.show.theme import CODE

LLM_SPANS = {"CHAT_MODEL", "LLM"}  # the types of spans that ask an LLM


def cut(text: str, longest: int) -> str:
    """Return a text; of one that is too long beginning and end, with a word on how long it is."""
    if len(text) <= longest:
        return text
    end = longest // 3
    return f"{text[: longest - end]} … ({len(text):,} characters in all) … {text[-end:]}"


def readable(value: Any) -> str:
    """Return a value as text: texts as they are, data as JSON that keeps their line breaks."""
    if isinstance(value, str):
        return value
    text = json.dumps(value, indent=2, ensure_ascii=False, default=str)
    return text.replace("\\n", "\n").replace("\\t", "\t")


def block(text: str) -> str:
    """Return a text as HTML that keeps its lines, and breaks those that are too long."""
    lines = f"white-space:pre-wrap;overflow-wrap:anywhere;font-family:{CODE}"
    plain = "margin:0;padding:0;background:none;color:inherit"  # JupyterLab has its own for <pre>
    return f'<pre style="{lines};{plain}">{html.escape(text)}</pre>'


def message_text(message: Any) -> str:
    """Return the text of a message, or of the response that holds one, as a trace has it."""
    if isinstance(message, dict):
        if "message" in message:
            return message_text(message["message"])
        if "blocks" in message:
            return " ".join(str(block.get("text") or "") for block in message["blocks"])
        return str(message.get("content") or message.get("text") or "")
    return str(message or "")
