# %% right: regex for words, steps in the other order
import re


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        tidy = re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), ev.text)
        return StopEvent(result=tidy)

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=re.sub(r"\A\s+|\s+\Z", "", ev.text))


# %% right: letter by letter with a flag
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        rest = ev.text.lstrip().rstrip()
        return TrimmedEvent(text=rest)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        letters = []
        inside = False
        for letter in ev.text:
            letters.append(letter.lower() if inside else letter.upper())
            inside = letter.isalpha()
        return StopEvent(result="".join(letters))


# %% right: named characters to strip and a helper method
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        trimmed = TrimmedEvent(text=ev.text.strip(" \t\r\n"))
        return trimmed

    @staticmethod
    def _titled(text: str) -> str:
        return text.lower().title()

    @step
    async def capitalise(self, event: TrimmedEvent) -> StopEvent:
        return StopEvent(result=self._titled(event.text))


# %% right: groups of letters, blanks cut off one by one
from itertools import groupby


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        text: str = ev.text
        while text and text[0].isspace():
            text = text[1:]
        while text and text[-1].isspace():
            text = text[:-1]
        return TrimmedEvent(text=text)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        pieces = ["".join(piece) for _, piece in groupby(ev.text, str.isalpha)]
        return StopEvent(result="".join(piece.capitalize() for piece in pieces))


# %% wrong: only blanks are stripped
# breaks: `trim` removes the blanks, tabs and line breaks around the `text` of the run
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip(" "))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: trim capitalises already
# breaks: sends the rest on in a `TrimmedEvent`, unchanged
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip().title())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text)


# %% wrong: only ASCII letters count as letters
# breaks: each word has one capital letter, its first
import re


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=re.sub(r"[A-Za-z]+", lambda m: m.group().capitalize(), ev.text))


# %% wrong: words in mixed case are left alone
# breaks: each word has one capital letter, its first
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        words = ev.text.split(" ")
        tidy = [w.capitalize() if w.isupper() or w.islower() else w for w in words]
        return StopEvent(result=" ".join(tidy))


# %% wrong: the text travels on self
# breaks: `capitalise` takes that and makes it the result
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        self.text = ev.text.strip()
        return TrimmedEvent(text=self.text)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=self.text.title())


# %% wrong: an empty text takes a short cut
# breaks: sends the rest on in a `TrimmedEvent`, unchanged
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent | StopEvent:
        text = ev.text.strip()
        if not text:
            return StopEvent(result="")
        return TrimmedEvent(text=text)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: second step has another name
# breaks: Write both steps of `Tidy` ... `capitalise` takes that and makes it the result
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalize(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: longer gaps shrink to two blanks
# breaks: the blanks between words stay as they are
import re


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=re.sub(r" {2,}", "  ", ev.text.title()))
