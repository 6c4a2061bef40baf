# %% right: receipt first, named total
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["receipt"].append(ev.price)
            new_total = await slow_sum(ev.price, state["total"])
            state["total"] = new_total
        return PaidEvent()


# %% right: attributes and a new list
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        price = ev.price
        async with ctx.store.edit_state() as till:
            till.total = await slow_sum(till.total, price)
            till.receipt = [*till.receipt, price]
        return PaidEvent()


# %% right: a helper that gets the state
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            await self._pay(state, ev.price)
        return PaidEvent()

    async def _pay(self, state, price: int) -> None:
        state["total"] = await slow_sum(x=state["total"], y=price)
        state["receipt"] += [price]


# %% wrong: adds without slow_sum
# breaks: Add the price to "total" by slow_sum
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] += ev.price
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: two state edits
# breaks: in one state edit
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
        async with ctx.store.edit_state() as state:
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: one worker in place of a state edit
# breaks: Mend it with a **state edit**
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=1)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        total = await ctx.store.get("total")
        await ctx.store.set("total", await slow_sum(total, ev.price))
        receipt = await ctx.store.get("receipt")
        await ctx.store.set("receipt", [*receipt, ev.price])
        return PaidEvent()


# %% wrong: a lock of its own
# breaks: Mend it with a **state edit**
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._lock = asyncio.Lock()

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with self._lock:
            total = await ctx.store.get("total")
            await ctx.store.set("total", await slow_sum(total, ev.price))
            receipt = await ctx.store.get("receipt")
            await ctx.store.set("receipt", receipt + [ev.price])
        return PaidEvent()


# %% wrong: same price only once on the receipt
# breaks: every price is on the receipt, once for each time that it was paid.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
            if ev.price not in state["receipt"]:
                state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: receipt by get after the edit
# breaks: and append it to "receipt", in one state edit
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
        receipt = await ctx.store.get("receipt")
        receipt.append(ev.price)
        return PaidEvent()


# %% wrong: free things are left off
# breaks: every price is on the receipt, once for each time that it was paid.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        if ev.price:
            async with ctx.store.edit_state() as state:
                state["total"] = await slow_sum(state["total"], ev.price)
                state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: receipt gathered on the class
# breaks: every price is on the receipt, once for each time that it was paid.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    paid: list[int] = []

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        self.paid.append(ev.price)
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
            state["receipt"] = list(self.paid)
        return PaidEvent()


# %% wrong: the sum is awaited before the edit
# breaks: inside `async with ctx.store.edit_state() as state:` nobody else writes
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        total = await slow_sum(await ctx.store.get("total"), ev.price)
        async with ctx.store.edit_state() as state:
            state["total"] = total
            state["receipt"].append(ev.price)
        return PaidEvent()
