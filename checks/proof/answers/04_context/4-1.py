# %% right: a state edit, and the count as an attribute of the state
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        async with ctx.store.edit_state() as state:
            state.count = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        if ev.number == 1:
            return StopEvent(result=await ctx.store.get("count"))
        async with ctx.store.edit_state() as state:
            state.count += 1
        return HalvingEvent(number=ev.number // 2)


# %% right: a default instead of a first set, other names for steps and event
class Halved(Event):
    value: int


class HalvingCounter(Workflow):
    @step
    async def start(self, context: Context, ev: StartEvent) -> Halved:
        return Halved(value=ev.number)

    @step
    async def go_on(self, context: Context, ev: Halved) -> Halved | StopEvent:
        rounds = await context.store.get("rounds", default=0)
        if ev.value > 1:
            await context.store.set("rounds", rounds + 1)
            return Halved(value=ev.value // 2)
        return StopEvent(result=rounds)


# %% wrong: keeps the count on self
# check: counts_two_runs_at_once
# says: not on self
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        self.count = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        if ev.number <= 1:
            return StopEvent(result=self.count)
        self.count += 1
        return HalvingEvent(number=ev.number // 2)


# %% wrong: keeps the count on self and never sets it back
# check: counts_from_zero_again
# says: goes on with the count of the first
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.count = 0

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        if ev.number <= 1:
            return StopEvent(result=self.count)
        self.count += 1
        return HalvingEvent(number=ev.number // 2)


# %% wrong: does not await what the store gives
# check: counts_halvings
# says: A coroutine is no value yet
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        count = ctx.store.get("count")
        if ev.number <= 1:
            return StopEvent(result=count)
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: does not await the set
# check: counts_halvings
# says: by `await ctx.store.set(…)`
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        count = await ctx.store.get("count")
        if ev.number <= 1:
            return StopEvent(result=count)
        ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: counts the 1 as well
# check: counts_halvings
# says: the number 1 is not halved any more
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        await ctx.store.set("count", await ctx.store.get("count") + 1)
        if ev.number <= 1:
            return StopEvent(result=await ctx.store.get("count"))
        return HalvingEvent(number=ev.number // 2)


# %% wrong: counts the 1 as well, seen from the second check
# check: counts_from_zero_again
# says: Already the first run has another count
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        await ctx.store.set("count", 1)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        count = await ctx.store.get("count")
        if ev.number <= 1:
            return StopEvent(result=count)
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: gets a count that nobody has set
# check: counts_halvings
# says: raised an exception
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        count = await ctx.store.get("count")
        if ev.number <= 1:
            return StopEvent(result=count)
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: gives the count as text
# check: counts_halvings
# says: it is a str, not an int
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        count = await ctx.store.get("count")
        if ev.number <= 1:
            return StopEvent(result=str(count))
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: knows the answer of the example
# check: counts_any_halvings
# says: another value
class HalvingCounter(Workflow):
    @step
    async def halve(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result={40: 5, 8: 3, 4: 2}.get(ev.number, 5))


# %% wrong: stops a round early
# check: counts_two_runs_at_once
# says: already when it runs alone
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        count = await ctx.store.get("count")
        if ev.number <= 2:
            return StopEvent(result=count)
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: stops before the 1 has come
# check: keeps_the_count_in_the_store
# says: The 1 travels in an event
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        count = await ctx.store.get("count", default=0) + 1
        await ctx.store.set("count", count)
        if ev.number // 2 <= 1:
            return StopEvent(result=count)
        return HalvingEvent(number=ev.number // 2)
