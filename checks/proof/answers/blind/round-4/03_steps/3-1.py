# %% right: groups of letters by itertools
from itertools import groupby


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip(" \t\r\n"))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        result = ""
        for is_word, letters in groupby(ev.text, key=str.isalpha):
            piece = "".join(letters)
            result += piece.capitalize() if is_word else piece
        return StopEvent(result=result)


# %% right: letter by letter, in a helper
def capital_words(text: str) -> str:
    """Give each word a capital first letter, and small ones behind it."""
    word, done = "", ""
    for letter in text:
        if letter.isalpha():
            word += letter
        else:
            done += word.capitalize() + letter
            word = ""
    return done + word.capitalize()


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=capital_words(ev.text))

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        text = ev.get("text")
        return TrimmedEvent(text=text.lstrip().rstrip())


# %% right: trim by a regular expression, title by str.title
import re


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    @step(num_workers=1)
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        """Take off what is blank at both ends."""
        found = re.fullmatch(r"\s*(.*?)\s*", ev.text, flags=re.DOTALL)
        return TrimmedEvent(text=found.group(1))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        """Make each word begin with a capital letter."""
        tidy = str.title(ev.text)
        return StopEvent(result=tidy)


# %% wrong: words cut at blanks only
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
        words = ev.text.split(" ")
        return StopEvent(result=" ".join(word.capitalize() for word in words))


# %% wrong: only English letters
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
        result = re.sub(r"[A-Za-z]+", lambda word: word.group().capitalize(), ev.text)
        return StopEvent(result=result)


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
        result = re.sub(r"\w+", lambda word: word.group().capitalize(), ev.text)
        return StopEvent(result=result)


# %% wrong: the text goes by self
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


# %% wrong: trim makes small letters too
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


# %% wrong: tabs and line breaks stay around it
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
