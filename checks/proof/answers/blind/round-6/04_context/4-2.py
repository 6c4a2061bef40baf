# %% right: receipt first, a new list
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["receipt"] = [*state["receipt"], ev.price]
            new_total = await slow_sum(state["total"], ev.price)
            state["total"] = new_total
        return PaidEvent()


# %% right: a helper that books one price
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            await self.book(state, ev.price)
        return PaidEvent()

    @staticmethod
    async def book(state, price: int) -> None:
        """Add one price to the total and to the receipt of this state."""
        state["receipt"] += [price]
        state["total"] = await slow_sum(x=state["total"], y=price)


# %% right: named variables
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        price = ev.price
        async with ctx.store.edit_state() as till:
            before = till["total"]
            after = await slow_sum(before, price)
            till["total"] = after
            receipt = till["receipt"]
            receipt.append(price)
            till["receipt"] = receipt
        return PaidEvent()


# %% wrong: two edits for one price
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt.
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


# %% wrong: receipt still outside the edit
# breaks: That this works here is luck: a store may hand out a copy, and what you append is lost.
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


# %% wrong: one worker instead of an edit
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


# %% wrong: a lock of one's own instead of an edit
# breaks: Mend it with a **state edit**
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lock = asyncio.Lock()

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with self.lock:
            total = await ctx.store.get("total")
            await ctx.store.set("total", await slow_sum(total, ev.price))
            receipt = await ctx.store.get("receipt")
            await ctx.store.set("receipt", [*receipt, ev.price])
        return PaidEvent()


# %% wrong: a price only once on the receipt
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


# %% wrong: slow_sum of zero and the price
# breaks: `slow_sum` of that total and the price
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] += await slow_sum(0, ev.price)
            state["receipt"].append(ev.price)
        return PaidEvent()
