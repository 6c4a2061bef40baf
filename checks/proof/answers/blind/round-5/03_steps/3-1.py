# %% right: groups of letters, capitalised in a helper
from itertools import groupby


def capitalise_words(text: str) -> str:
    """Give each run of letters one capital, its first, and leave the rest as it is."""
    parts = []
    for is_word, characters in groupby(text, key=str.isalpha):
        part = "".join(characters)
        parts.append(part.capitalize() if is_word else part)
    return "".join(parts)


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        text: str = ev.get("text")
        return TrimmedEvent(text=text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=capitalise_words(ev.text))


# %% right: a regular expression per word
import re


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=re.sub(r"\A\s+|\s+\Z", "", ev.text))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        tidied = re.sub(r"[^\W\d_]+", lambda word: word.group().title(), ev.text)
        return StopEvent(result=tidied)


# %% right: steps the other way round, strip with its characters named
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        stop = StopEvent(result=str.title(ev.text))
        return stop

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        without_start = ev.text.lstrip(" \t\r\n")
        trimmed = without_start.rstrip(" \t\r\n")
        return TrimmedEvent(text=trimmed)


# %% wrong: words are what stands between blanks
# breaks: all between words stays as it is, be it blanks, tabs, hyphens, apostrophes or digits: `don't` gives `Don'T`
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


# %% wrong: letters from a to z only
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
        result = re.sub(r"[A-Za-z]+", lambda m: m.group().capitalize(), ev.text)
        return StopEvent(result=result)


# %% wrong: only blanks are trimmed
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


# %% wrong: trim already makes the letters small
# breaks: hands what is left on in a `TrimmedEvent`, unchanged
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


# %% wrong: digits belong to a word
# breaks: A word is letters side by side, of any language, such as `élan`; all between words stays as it is, be it blanks, tabs, hyphens, apostrophes or digits
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
        return StopEvent(result=re.sub(r"\w+", lambda m: m[0].capitalize(), ev.text))
