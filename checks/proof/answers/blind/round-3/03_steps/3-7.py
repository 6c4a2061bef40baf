# %% right: subclass of Broken
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% right: copied in another order, other arithmetic
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        tax = ev.cents // 5
        return TaxedEvent(cents=ev.cents + tax)

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        cents_per_piece = 250
        return PricedEvent(cents=cents_per_piece * ev.pieces)


# %% right: subclass with all three, in variables
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        event = PricedEvent(cents=250 * ev.pieces)
        return event

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        with_tax = (6 * ev.cents) // 5
        return TaxedEvent(cents=with_tax)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        total = ev.cents
        return StopEvent(result=total)


# %% wrong: an arrow with None
# breaks: each arrow names what its body returns, and nothing else, no `None` either
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent | None:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: receipt still promises its old event
# breaks: each arrow names what its body returns, and nothing else
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> TaxedEvent | StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: tax rounded by way of a float
# breaks: the same three steps, each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=round(ev.cents * 1.2))

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: tax computes price and tax
# breaks: the same three steps, each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 250 * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: no receipt
# breaks: Write `Mended` with the same three steps
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> StopEvent:
        return StopEvent(result=ev.cents * 6 // 5)


# %% wrong: a step has another name
# breaks: Write `Mended` with the same three steps; and in 3.1: their names count, here and wherever a text names steps.
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def add_tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)
