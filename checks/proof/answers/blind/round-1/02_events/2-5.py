# %% right: variables, and a sum of ones
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        text = ev.get("text")
        words = str.split(text)
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        number = sum(1 for _ in ev.words)
        return StopEvent(result=number)


# %% right: findall of what is no white space
import re


class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=re.findall(r"\S+", ev.text))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        total = 0
        for _word in ev.words:
            total += 1
        return StopEvent(total)


# %% right: line by line, then the parts that are not empty
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        words = []
        for line in ev.text.splitlines():
            for part in line.replace("\t", " ").split(" "):
                if part:
                    words.append(part)
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% right: letter by letter
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        words, word = [], ""
        for letter in ev.text + " ":
            if not letter.isspace():
                word += letter
            elif word:
                words.append(word)
                word = ""
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        words = list(ev.words)
        return StopEvent(result=len(words))


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
        # about 1 line
        return WordsEvent(words=ev.text.split(" "))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: splits at single blanks and drops the empty parts
# breaks: A word is what stands between blanks, tabs or line breaks
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=[word for word in ev.text.split(" ") if word])

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: splits at each white space, so empty words come in
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
        # about 1 line
        return WordsEvent(words=re.split(r"\s", ev.text.strip()))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: an empty text has one empty word
# breaks: and a text may have none
import re


class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=re.split(r"\s+", ev.text.strip()))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: counts different words
# breaks: it counts as often as it comes
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=ev.text.split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(set(ev.words)))


# %% wrong: carries each different word once
# breaks: it counts as often as it comes
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=list(dict.fromkeys(ev.text.split())))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: carries the words sorted
# breaks: in the order of the text
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=sorted(ev.text.split()))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: carries the words from the last to the first
# breaks: in the order of the text
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        parts = ev.text.split()
        words = []
        while parts:
            words.append(parts.pop())
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
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
        # about 1 line
        return WordsEvent(words=[ev.text])

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words[0].split()))


# %% wrong: words without punctuation
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
        # about 1 line
        return WordsEvent(words=re.findall(r"\w+", ev.text))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: only letters of the English alphabet
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
        # about 1 line
        return WordsEvent(words=re.findall("[A-Za-z]+", ev.text))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: carries the words in small letters
# breaks: carries each word as an element of its own
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=ev.text.lower().split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: cuts punctuation off the words
# breaks: A word is what stands between blanks, tabs or line breaks
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=[word.strip(".,;:!?") for word in ev.text.split()])

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: quotes hold words together
# breaks: A word is what stands between blanks, tabs or line breaks
import shlex


class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=shlex.split(ev.text))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: four words at most
# breaks: carries each word as an element of its own
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=ev.text.split(maxsplit=3))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: the first line only
# breaks: A word is what stands between blanks, tabs or line breaks
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=ev.text.partition("\n")[0].split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: None for no words
# breaks: Return how many words there are, an int.
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=ev.text.split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words) or None)


# %% wrong: the number as text
# breaks: Return how many words there are, an int.
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=ev.text.split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=str(len(ev.words)))


# %% wrong: words of earlier runs stay on the workflow
# breaks: the `WordsEvent` that it returns carries each word as an element of its own, in the order of the text
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    def __init__(self, **options):
        super().__init__(**options)
        self.words = []

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        self.words.extend(ev.text.split())
        return WordsEvent(words=self.words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))


# %% wrong: the number travels on self, not in the event
# breaks: The first step makes the event with the words in its field. The second reads that field.
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        words = ev.text.split()
        self.number = len(words)
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=self.number)


# %% wrong: words of one letter do not count
# breaks: Return how many words there are, an int.
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        return WordsEvent(words=ev.text.split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=sum(1 for word in ev.words if len(word) > 1))


# %% wrong: a text without words raises
# breaks: and a text may have none
class WordsEvent(Event):
    """Carry the words of a text."""

    words: list[str]


class CountWords(Workflow):
    """Count the words of a text in two steps."""

    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        """Split the `text` of the run into words."""
        # about 1 line
        words = ev.text.split()
        if not words:
            raise ValueError("There are no words in the text.")
        return WordsEvent(words=words)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        """Return how many words there are, an int."""
        # about 1 line
        return StopEvent(result=len(ev.words))
