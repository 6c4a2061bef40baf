# %% right: regular expression and pieces between white space
import re


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    # about 7 lines: the steps trim and capitalise
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        bare = re.sub(r"\A\s+|\s+\Z", "", ev.text)
        return TrimmedEvent(text=bare)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        pieces = re.split(r"(\s+)", ev.text)
        return StopEvent(result="".join(piece.title() for piece in pieces))


# %% right: capitalise first, left and right apart, str.title
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    # about 7 lines: the steps trim and capitalise
    @step
    async def capitalise(self, trimmed: TrimmedEvent) -> StopEvent:
        """Give each word its capital letter."""
        result = str.title(trimmed.text)
        return StopEvent(result=result)

    @step
    async def trim(self, start: StartEvent) -> TrimmedEvent:
        """Cut the white space at both ends."""
        text = start.text.lstrip().rstrip()
        return TrimmedEvent(text=text)


# %% right: index loop and a list
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    # about 7 lines: the steps trim and capitalise
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        text = ev.get("text")
        first, last = 0, len(text)
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        return TrimmedEvent(text=text[first:last])

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        lines = [line.title() for line in ev.text.splitlines(keepends=True)]
        return StopEvent(result="".join(lines))


# %% wrong: ASCII letters only
# breaks: A word is letters side by side, of any language, such as `élan`
import re


class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    # about 7 lines: the steps trim and capitalise
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        text = re.sub("[A-Za-z]+", lambda found: found.group().capitalize(), ev.text)
        return StopEvent(result=text)


# %% wrong: words are what stands between blanks
# breaks: all between words stays as it is, be it blanks, tabs, hyphens, apostrophes or digits: `don't` gives `Don'T`
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    # about 7 lines: the steps trim and capitalise
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        words = ev.text.split(" ")
        return StopEvent(result=" ".join(word.capitalize() for word in words))


# %% wrong: only blanks are stripped
# breaks: `trim` removes the blanks, tabs and line breaks around the `text` of the run
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    # about 7 lines: the steps trim and capitalise
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip(" "))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: trim makes small letters
# breaks: hands what is left on in a `TrimmedEvent`, unchanged
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    # about 7 lines: the steps trim and capitalise
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip().lower())

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

    # about 7 lines: the steps trim and capitalise
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        self.text = ev.text.strip()
        return TrimmedEvent(text=self.text)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=self.text.title())


# %% wrong: American name of the second step
# breaks: Write the two steps of `Tidy`; their names count, here and wherever a text names steps.
class TrimmedEvent(Event):
    """Carry a text without blanks around it."""

    text: str


class Tidy(Workflow):
    """Tidy up a text: no blanks around it, capital letters in it."""

    # about 7 lines: the steps trim and capitalise
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalize(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())
