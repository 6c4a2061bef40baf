# %% right: runs of letters by groupby
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
        text: str = ev.get("text")
        return TrimmedEvent(text=text.lstrip().rstrip())


# %% right: one letter after another in a helper
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


def with_capitals(text: str) -> str:
    """Make the first letter of each word a capital one, and the others small."""
    done = ""
    inside = False
    for sign in text:
        done += sign.lower() if inside else sign.title()
        inside = sign.isalpha()
    return done


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        """Take away what is around the text."""
        trimmed = ev.text.strip()
        return TrimmedEvent(text=trimmed)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        """Give the text its capital letters."""
        return StopEvent(with_capitals(ev.text))


# %% right: title of str called on the class with a context
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ctx: Context, ev: StartEvent) -> TrimmedEvent:
        event = TrimmedEvent(text=str.strip(ev["text"]))
        return event

    @step()
    async def capitalise(self, ctx: Context, ev: TrimmedEvent) -> StopEvent:
        result = str.title(ev.text)
        return StopEvent(result=result)


# %% wrong: only the letters of English
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
        return StopEvent(result=re.sub(r"[A-Za-z]+", lambda m: m.group().capitalize(), ev.text))


# %% wrong: words are what lies between blanks
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


# %% wrong: strips blanks only
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


# %% wrong: small letters made in trim already
# breaks: hands the rest on in a `TrimmedEvent`, unchanged
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip().lower())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: text kept on self
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


# %% wrong: digits belong to the word
# breaks: A word is letters side by side, of any language, such as `élan`; all between words stays as it is, be it blanks, tabs, hyphens or digits.
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
        return StopEvent(result=re.sub(r"\w+", lambda found: found[0].capitalize(), ev.text))
