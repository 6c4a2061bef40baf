# %% right: a default in halve and nothing in begin
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
        rounds = await ctx.store.get("rounds", default=0)
        if ev.number == 1:
            return StopEvent(result=rounds)
        await ctx.store.set("rounds", rounds + 1)
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
            state["halvings"] = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number < 2:
            return StopEvent(result=await ctx.store.get("halvings"))
        async with ctx.store.edit_state() as state:
            state["halvings"] += 1
        return HalvingEvent(number=ev.number // 2)


# %% right: the going-on case in the if
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        first = HalvingEvent(number=ev.number)
        await ctx.store.set("count", 0)
        return first

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        count: int = await ctx.store.get("count")
        if ev.number > 1:
            half, _ = divmod(ev.number, 2)
            await ctx.store.set("count", count + 1)
            return HalvingEvent(number=half)
        return StopEvent(result=count)


# %% wrong: the count on self
# breaks: the number travels in the event, the count stays in the store, one more in each round.
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


# %% wrong: one is counted as a halving
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
        if ev.number <= 2:
            return StopEvent(result=count)
        await ctx.store.set("count", count)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the result computed at the start
# breaks: the number travels in the event, the count stays in the store, one more in each round.
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("count", ev.number.bit_length() - 1)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number == 1:
            return StopEvent(result=await ctx.store.get("count"))
        return HalvingEvent(number=ev.number // 2)


# %% wrong: a default only where it counts on
# breaks: Count how often a number, 1 or more, can be halved until it is 1
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
        if ev.number == 1:
            return StopEvent(result=await ctx.store.get("count"))
        await ctx.store.set("count", await ctx.store.get("count", default=0) + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: all halvings in one round
# breaks: the number travels in the event, the count stays in the store, one more in each round.
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
        number, count = ev.number, await ctx.store.get("count")
        while number > 1:
            number //= 2
            count += 1
        await ctx.store.set("count", count)
        return StopEvent(result=count)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the count as text
# breaks: a number that is 1 stops the run, with the count as result.
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
        count = await ctx.store.get("count")
        if ev.number == 1:
            return StopEvent(result=str(count))
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)
