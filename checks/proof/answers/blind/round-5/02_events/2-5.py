# %% right: regular expression, sum of ones
import re


class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=re.findall(r"\S+", ev.text))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=sum(1 for _ in ev.words))


# %% right: line by line, blanks for tabs
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
            words.extend(word for word in line.replace("\t", " ").split(" ") if word)
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        number = 0
        for _word in ev.words:
            number += 1
        return StopEvent(result=number)


# %% right: by hand, letter by letter
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        event = WordsEvent(words=[])
        word = ""
        for letter in ev.text + " ":
            if not letter.isspace():
                word += letter
            elif word:
                event.words.append(word)
                word = ""
        return event

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        how_many = len(ev.words)
        return StopEvent(result=how_many)


# %% wrong: splits at single blanks
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
# breaks: A word is what stands between blanks, tabs or line breaks; it counts as often as it comes, and a text may have none.
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        return WordsEvent(words=list(dict.fromkeys(ev.text.split())))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        return StopEvent(result=len(ev.words))


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
        return StopEvent(result=len(" ".join(ev.words).split()))


# %% wrong: word characters only
# breaks: A word is what stands between blanks, tabs or line breaks; it counts as often as it comes, and a text may have none.
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


# %% wrong: words sorted
# breaks: the `WordsEvent` that it returns carries each word as an element of its own, in the order of the text.
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


# %% wrong: adds up over the runs of a workflow
# breaks: `count` counts the words in the event that it takes.
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
        self.number = getattr(self, "number", 0) + len(ev.words)
        return StopEvent(result=self.number)
