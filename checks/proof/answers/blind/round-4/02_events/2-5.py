# %% right: a regular expression, sum of ones
import re


class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=re.findall(r"\S+", ev.get("text")))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=sum(1 for _ in ev.words))


# %% right: line by line, counted in a loop
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
        number = 0
        for _ in ev.words:
            number += 1
        return StopEvent(result=number)


# %% right: every separator becomes a blank, empty pieces left out
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        text: str = ev["text"]
        for separator in "\t\n\r\v\f":
            text = text.replace(separator, " ")
        event = WordsEvent(words=[piece for piece in text.split(" ") if piece])
        return event

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        words = ev.words
        result = len(words)
        return StopEvent(result=result)


# %% wrong: split at each blank
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


# %% wrong: different words only
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


# %% wrong: the second step splits
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


# %% wrong: letters only make a word
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


# %% wrong: the words travel on the workflow
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


# %% wrong: words in lower case, sorted
# breaks: carries each word as an element of its own, in the order of the text
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=sorted(ev.text.lower().split()))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=len(ev.words))
