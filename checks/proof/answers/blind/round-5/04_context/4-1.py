# %% right: a default in get instead of a line in begin
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        so_far = await ctx.store.get("halvings", default=0)
        if ev.number == 1:
            return StopEvent(result=so_far)
        await ctx.store.set("halvings", so_far + 1)
        return HalvingEvent(number=ev.number // 2)


# %% right: count in a state edit, read only at the end
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        if ev.number < 2:
            return StopEvent(result=await ctx.store.get("count"))
        async with ctx.store.edit_state() as state:
            state["count"] += 1
        return HalvingEvent(number=ev.number // 2)


# %% right: begin by a state edit, if and else
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        async with ctx.store.edit_state() as state:
            state["rounds"] = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        rounds: int = await ctx.store.get("rounds")
        more_to_do = ev.number > 1
        if more_to_do:
            rounds += 1
            await ctx.store.set("rounds", rounds)
        else:
            return StopEvent(result=rounds)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: stops a round early and misses the number 1
# breaks: a number that is 1 stops the run, with the count as result
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        count = await ctx.store.get("count")
        await ctx.store.set("count", count + 1)
        if ev.number // 2 <= 1:
            return StopEvent(result=count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the count on self
# breaks: the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        self.count = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        if ev.number <= 1:
            return StopEvent(result=self.count)
        self.count += 1
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the count travels in the event
# breaks: the number travels in the event, the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        count = ev.get("count", 0)
        if ev.number <= 1:
            return StopEvent(result=count)
        return HalvingEvent(number=ev.number // 2, count=count + 1)


# %% wrong: worked out at once in begin
# breaks: the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        await ctx.store.set("count", ev.number.bit_length() - 1)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        count = await ctx.store.get("count")
        if ev.number <= 1:
            return StopEvent(result=count)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the whole loop in one round
# breaks: the number travels in the event, the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        number, count = ev.number, 0
        while number > 1:
            number //= 2
            count += 1
        await ctx.store.set("count", count)
        return StopEvent(result=count)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the result as text
# breaks: `await HalvingCounter().run(number=40)` gives `5` (20, 10, 5, 2, 1).
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        # about 1 line, or none
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        # about 4 lines
        count = await ctx.store.get("count")
        if ev.number <= 1:
            return StopEvent(result=str(count))
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)
