"""Findings: the sentences that a check says, each under a stable id.

Statistics, ratings of messages and translations hang on the id, so it stays when the words change.
"""


class Finding(str):
    """A sentence about what was found, with the id of the misconception or fault it names."""

    id: str

    def __new__(cls, id: str, sentence: str) -> "Finding":
        finding = super().__new__(cls, sentence)
        finding.id = id
        return finding

    def after(self, words: str) -> "Finding":
        """Return this finding with words before its sentence, under the same id."""
        return type(self)(self.id, f"{words} {self}")


def id_of(sentence: str) -> str:
    """Return the id of a finding; "" for a sentence that has none."""
    return getattr(sentence, "id", "")
