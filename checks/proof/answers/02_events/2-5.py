# %% right: other step names, and a loop
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def first(self, ev: StartEvent) -> WordsEvent:
        words = []
        for word in ev.get("text").split():
            words.append(word)
        return WordsEvent(words=words)

    @step
    async def second(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=sum(1 for _ in ev.words))


# %% right: a step more in between
class WordsEvent(Event):
    words: list[str]


class CountedEvent(Event):
    number: int


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=ev.text.split())

    @step
    async def count(self, ev: WordsEvent) -> CountedEvent:
        return CountedEvent(number=len(ev.words))

    @step
    async def tell(self, ev: CountedEvent) -> StopEvent:
        return StopEvent(result=ev.number)


# %% wrong: does all in the first step
# check: passes_the_event_on
# says: The result comes without the event
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=len(ev.text.split()))


# %% wrong: emits the wrong event
# check: passes_the_event_on
# says: The result comes without the event
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return StopEvent(result=len(ev.text.split()))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: returns the list instead of the event
# check: counts_words
# says: A step returns an event object
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return ev.text.split()

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: calls the next step
# check: counts_words
# says: Do not call a step
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return self.count(WordsEvent(words=ev.text.split()))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: a text where the event wants a list
# check: counts_words
# says: words. Input should be a valid list
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=ev.text)

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: counts the characters
# check: counts_words
# says: Those are the characters
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=list(ev.text))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: returns the words and not their number
# check: counts_words
# says: How many words
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=ev.text.split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=ev.words)


# %% wrong: splits at every single space
# check: counts_any_words
# says: Two spaces are no extra word
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=ev.text.split(" "))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: the second step splits
# check: passes_the_event_on
# says: split it in the first step
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=[ev.text])

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words[0].split()))


# %% wrong: each word once
# check: counts_any_words
# says: That is another value
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=list(dict.fromkeys(ev.text.split())))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: only letters make a word
# check: counts_any_words
# says: That is another value
import re


class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=re.findall(r"[a-z]+", ev.text))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: sorted words
# check: counts_any_words
# says: their order is not
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=sorted(ev.text.split()))

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))


# %% wrong: counts on over the runs of an object
# check: counts_any_words
# says: The words of the runs before are counted in.
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=ev.text.split())

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        self.number = getattr(self, "number", 0) + len(ev.words)
        return StopEvent(result=self.number)


# %% wrong: splits at each single space, and at nothing else
# check: counts_words
# says: Two spaces are no extra word
class WordsEvent(Event):
    words: list[str]


class CountWords(Workflow):
    @step
    async def split(self, ev: StartEvent) -> WordsEvent:
        return WordsEvent(words=[word for word in ev.text.split(" ")])

    @step
    async def count(self, ev: WordsEvent) -> StopEvent:
        return StopEvent(result=len(ev.words))
