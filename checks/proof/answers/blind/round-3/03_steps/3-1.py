# %% right: regular expression, title of each piece between blanks
import re


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        trimmed = ev.text.lstrip().rstrip()
        return TrimmedEvent(text=trimmed)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        result = re.sub(r"\S+", lambda found: found.group().title(), ev.text)
        return StopEvent(result=result)


# %% right: groupby letters, steps in the other order
from itertools import groupby


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        pieces = []
        for is_word, letters in groupby(ev.text, key=str.isalpha):
            piece = "".join(letters)
            pieces.append(piece.capitalize() if is_word else piece)
        return StopEvent(result="".join(pieces))

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=str.strip(ev.get("text")))


# %% right: letter by letter in a helper
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @staticmethod
    def _with_capitals(text: str) -> str:
        result = ""
        inside = False
        for char in text:
            result += char.lower() if inside else char.title()
            inside = char.isalpha()
        return result

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        event = TrimmedEvent(text=ev.text.strip())
        return event

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=self._with_capitals(ev.text))


# %% wrong: split at blanks only
# breaks: A word is letters side by side, of any language, such as `élan`; all between words stays as it is, be it blanks, tabs, hyphens or digits.
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
        words = [word.capitalize() for word in ev.text.split(" ")]
        return StopEvent(result=" ".join(words))


# %% wrong: words of ASCII letters
# breaks: A word is letters side by side, of any language, such as `élan`
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
        result = re.sub(r"[A-Za-z]+", lambda match: match.group().capitalize(), ev.text)
        return StopEvent(result=result)


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


# %% wrong: the text goes by way of self
# breaks: What a step needs comes in its event, and not by way of `self`, which runs at the same time share.
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


# %% wrong: trim does the capitals already
# breaks: hands the rest on in a `TrimmedEvent`, unchanged
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
