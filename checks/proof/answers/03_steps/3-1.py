# %% right: other step names
class TrimmedEvent(Event):
    text: str


class Tidy(Workflow):
    @step
    async def first(self, ev: StartEvent) -> TrimmedEvent:
        return TrimmedEvent(text=ev.get("text").lstrip().rstrip())

    @step
    async def second(self, ev: TrimmedEvent) -> StopEvent:
        return StopEvent(result=" ".join(word.capitalize() for word in ev.text.split(" ")))


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
