# %% right: a subclass with the two that change
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% right: the tax added to the price, other order
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        """Give the price with tax."""
        total = ev.cents
        return StopEvent(result=total)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        """Add a fifth."""
        tax = ev.cents // 5
        return TaxedEvent(cents=ev.cents + tax)

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        """Charge 250 cents a piece."""
        cents = 250 * ev.get("pieces")
        return PricedEvent(cents=cents)


# %% right: a subclass that leaves the computing to Broken
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return await super().tax(ev)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return await super().receipt(ev)


# %% wrong: receipt may return nothing
# breaks: each arrow names what its body returns, and nothing else, no `None` either
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent | None:
        return StopEvent(result=ev.cents)


# %% wrong: tax keeps its promise beside the new one
# breaks: each arrow names what its body returns, and nothing else, no `None` either
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> PricedEvent | TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: the fifth is cut off before
# breaks: Write `Mended` with the same three steps, each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents // 5 * 6)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: two steps
# breaks: Write `Mended` with the same three steps, each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def receipt(self, ev: PricedEvent) -> StopEvent:
        return StopEvent(result=ev.cents * 6 // 5)


# %% wrong: the tax is computed by the receipt
# breaks: each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents * 6 // 5)


# %% wrong: two steps under other names
# breaks: Write `Mended` with the same three steps
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def add_tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def finish(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)
