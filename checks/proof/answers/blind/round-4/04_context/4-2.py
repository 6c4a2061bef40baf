# %% right: attributes of the state, receipt first
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state.receipt.append(ev.price)
            state.total = await slow_sum(state.total, ev.price)
        return PaidEvent()


# %% right: a new receipt list and named values
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        price = ev.price
        async with ctx.store.edit_state() as state:
            before = state["total"]
            after = await slow_sum(before, price)
            state["total"], state["receipt"] = after, [*state["receipt"], price]
        return PaidEvent()


# %% right: a helper that is given the state
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @staticmethod
    async def _book(state, price: int) -> None:
        state["receipt"] += [price]
        state["total"] = await slow_sum(x=state.get("total"), y=price)

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as till:
            await self._book(till, ev.price)
        return PaidEvent()


# %% wrong: each price once on the receipt
# breaks: every price is on the receipt, once for each time that it was paid
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


# %% wrong: two edits for one price
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt
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


# %% wrong: the receipt is appended to what get returned
# breaks: a store may hand out a copy, and what you append is lost
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


# %% wrong: plus in place of slow_sum of the total
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        price = await slow_sum(0, ev.price)  # wait first, so that the edit is short
        async with ctx.store.edit_state() as state:
            state["total"] += price
            state["receipt"].append(price)
        return PaidEvent()


# %% wrong: one worker and no state edit
# breaks: Mend it with a **state edit**
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=1)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        total = await ctx.store.get("total")
        await ctx.store.set("total", await slow_sum(total, ev.price))
        receipt = await ctx.store.get("receipt")
        await ctx.store.set("receipt", receipt + [ev.price])
        return PaidEvent()


# %% wrong: what costs nothing is not on the receipt
# breaks: every price is on the receipt, once for each time that it was paid
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
