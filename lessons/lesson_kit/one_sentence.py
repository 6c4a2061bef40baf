"""An error that is one sentence for a person (a logged model carries this file too)."""

import textwrap


class OneSentence(Exception):
    """An error whose text is all there is to say: a notebook shows it without a traceback."""

    def _render_traceback_(self) -> list[str]:
        """Return the lines that IPython shows, which calls this instead of making a traceback."""
        lines: list[str] = []
        for line in str(self).splitlines():
            lines += textwrap.wrap(line, 83, break_long_words=False, break_on_hyphens=False) or [""]
        return lines
