# %% right: findall of what is not blank
import re


class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        words = re.findall(r"\S+", ev.text)
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        number = len(ev.words)
        return StopEvent(result=number)


# %% right: line by line
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        words: list[str] = []
        for line in ev.text.splitlines():
            words.extend(line.split())
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=sum(1 for _ in ev.words))


# %% right: letter by letter
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        words, current = [], ""
        for letter in ev.text + " ":
            if not letter.isspace():
                current += letter
            elif current:
                words.append(current)
                current = ""
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        total = 0
        for _ in ev.words:
            total += 1
        return StopEvent(result=total)


# %% wrong: splits at single blanks only
# breaks: A word is what stands between blanks, tabs or line breaks; it counts as often as it comes, and a text may have none.
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=ev.text.split(" "))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=len(ev.words))


# %% wrong: each word once
# breaks: it counts as often as it comes
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=ev.text.split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=len(set(ev.words)))


# %% wrong: sorted words
# breaks: carries each word as an element of its own, in the order of the text
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=sorted(ev.text.split()))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=len(ev.words))


# %% wrong: the second step does the splitting
# breaks: `split` does the splitting: the `WordsEvent` that it returns carries each word as an element of its own
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=[ev.text])

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=sum(len(text.split()) for text in ev.words))


# %% wrong: hyphens and apostrophes end a word
# breaks: A word is what stands between blanks, tabs or line breaks
import re


class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=re.findall(r"\w+", ev.text))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=len(ev.words))


# %% wrong: counts what the workflow remembers
# breaks: `count` counts the words in the event that it takes.
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        self.words = ev.text.split()
        return WordsEvent(words=self.words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=len(self.words))
