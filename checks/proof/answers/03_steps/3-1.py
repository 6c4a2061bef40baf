# %% wrong: other step names
# check: goes_by_trimmed_event
# says: Its steps are trim and capitalise
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def first(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.get("text").lstrip().rstrip())

    @step
    async def second(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% right: free functions, and a Context that is not needed
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    pass


@step(workflow=Tidy)
async def trim(ctx: Context, ev: StartEvent) -> TrimmedEvent:
    return TrimmedEvent(text=ev.text.strip())


@step(workflow=Tidy)
def capitalise(ev: TrimmedEvent) -> StopEvent:
    return StopEvent(result=ev.text.title())


# %% wrong: forgets a return annotation
# check: tidies_a_text
# says: The name Tidy is not defined
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def trim(self, ev: StartEvent):
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: one step without the decorator
# check: tidies_a_text
# says: The steps do not fit together
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: no step has the decorator
# check: tidies_a_text
# says: a step has @step above it
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: keeps the blanks
# check: tidies_a_text
# says: are still there: trim removes them
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: both steps take the StartEvent
# check: tidies_a_text
# says: The steps do not fit together
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: all in one step
# check: goes_by_trimmed_event
# says: Two steps, and one event between them
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def tidy(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=ev.text.strip().title())


# %% wrong: does not capitalise
# check: tidies_a_text
# says: title() gives a new string
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        ev.text.title()
        return StopEvent(result=ev.text)


# %% wrong: calls the next step
# check: goes_by_trimmed_event
# says: Two steps, and one event between them
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent | StopEvent:
        return await self.capitalise(TrimmedEvent(text=ev.text.strip()))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% right: sends its event
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ctx: Context, ev: StartEvent) -> TrimmedEvent | None:
        ctx.send_event(TrimmedEvent(text=ev.text.strip()))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: collapses the blanks between words
# check: tidies_a_text
# says: Two blanks stood between the words
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=" ".join(ev.text.split()))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: trims in the other step
# check: goes_by_trimmed_event
# says: trim removes the blanks around the text, and nothing else
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.strip().title())


# %% wrong: capitalises in the first step
# check: goes_by_trimmed_event
# says: trim removes the blanks around the text, and nothing else
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip().title())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text)


# %% wrong: leaves tabs
# check: tidies_a_text
# says: tabs or line breaks are still there
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip(" "))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: one blank on either side
# check: tidies_a_text
# says: are still there: trim removes them
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.removeprefix(" ").removesuffix(" "))

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: only the first word
# check: tidies_a_text
# says: not only the first
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.capitalize())


# %% wrong: leaves capitals inside words
# check: tidies_a_text
# says: its first is the only capital
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=" ".join(word[:1].upper() + word[1:] for word in ev.text.split(" ")))


# %% wrong: no result for an empty text
# check: tidies_other_texts
# says: What comes back is None
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        if not ev.text:
            return StopEvent(result=None)
        return StopEvent(result=ev.text.title())


# %% wrong: promises more than it gives
# check: goes_by_trimmed_event
# says: promises StopEvent, and that never comes here
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):

    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent | StopEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: the first text for ever
# check: tidies_other_texts
# says: That is another
class TrimmedEvent(Event):

    text: str


class Tidy(Workflow):
    text = None


    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        self.text = self.text or ev.text.strip()
        return TrimmedEvent(text=self.text)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: a step without self
# check: tidies_a_text
# says: `self` is missing in the step capitalise: its first parameter is `ev`
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.text.strip())

    @step
    async def capitalise(ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())


# %% wrong: a loop inside a step that does not end
# check: tidies_a_text
# says: a step was still at work when it was stopped
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def trim(self, ev: StartEvent) -> TrimmedEvent:
        while ev.text:
            await asyncio.sleep(0.1)

    @step
    async def capitalise(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=ev.text.title())
