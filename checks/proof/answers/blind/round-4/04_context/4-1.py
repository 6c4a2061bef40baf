# %% right: a default in halve, nothing in begin
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        halvings = await ctx.store.get("halvings", default=0)
        if ev.number == 1:
            return StopEvent(result=halvings)
        await ctx.store.set("halvings", halvings + 1)
        return HalvingEvent(number=ev.number // 2)


# %% right: counting in a state edit
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        async with ctx.store.edit_state() as state:
            state["rounds"] = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number > 1:
            async with ctx.store.edit_state() as state:
                state["rounds"] += 1
        else:
            return StopEvent(result=await ctx.store.get("rounds"))
        return HalvingEvent(number=ev.number // 2)


# %% right: a nested name and a helper method
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    async def _one_more(self, ctx: Context) -> None:
        await ctx.store.set("count.halved", await ctx.store.get("count.halved") + 1)

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("count", {"halved": 0})
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if not ev.number > 1:
            count = (await ctx.store.get("count"))["halved"]
            return StopEvent(result=count)
        await self._one_more(ctx)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: stops when the next number would be 1
# breaks: Count how often a number, 1 or more, can be halved until it is 1
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        count = await ctx.store.get("count") + 1
        await ctx.store.set("count", count)
        if ev.number // 2 <= 1:
            return StopEvent(result=count)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the count on self, reset in begin
# breaks: the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        self.count = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number == 1:
            return StopEvent(result=self.count)
        self.count += 1
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the count travels in the event
# breaks: the number travels in the event, the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int
    count: int = 0


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number <= 1:
            return StopEvent(result=ev.count)
        return HalvingEvent(number=ev.number // 2, count=ev.count + 1)


# %% wrong: all halvings in one round
# breaks: the number travels in the event, the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        number = ev.number
        while number > 1:
            count = await ctx.store.get("count")
            await ctx.store.set("count", count + 1)
            number = number // 2
        return StopEvent(result=await ctx.store.get("count"))
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the store of whichever run began last
# breaks: `ctx.store`, its [store](../glossary.md#store), keeps values by name for this one run
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        self.store = ctx.store
        await self.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        count = await self.store.get("count")
        if ev.number <= 1:
            return StopEvent(result=count)
        await self.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: a zero count becomes None
# breaks: a number that is 1 stops the run, with the count as result
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        count = await ctx.store.get("count", default=None)
        if ev.number == 1:
            return StopEvent(result=count)
        await ctx.store.set("count", (count or 0) + 1)
        return HalvingEvent(number=ev.number // 2)
