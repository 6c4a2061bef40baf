# %% right: regular expression
import re


class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        found = re.findall(r"\S+", ev.text)
        return WordsEvent(words=found)

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
        words = []
        for line in ev.text.splitlines():
            words.extend(line.split())
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=sum(1 for _ in ev.words))


# %% right: counting loop
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        text = ev.get("text")
        return WordsEvent(words=[word for word in text.split(None)])

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        total = 0
        for _word in ev.words:
            total += 1
        stop = StopEvent(result=total)
        return stop


# %% wrong: splits at single blanks
# breaks: A word is what stands between blanks, tabs or line breaks
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


# %% wrong: count does the splitting
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
        return StopEvent(result=len(ev.words[0].split()))


# %% wrong: sorted words
# breaks: in the order of the text
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


# %% wrong: count reads what split left on self
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


# %% wrong: word characters only
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
