# %% right: subclass of Broken with two steps
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% right: other order, annotations in quotes
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def receipt(self, ev: "TaxedEvent") -> "StopEvent":
        return StopEvent(result=ev.cents)

    @step
    async def tax(self, ev: "PricedEvent") -> "TaxedEvent":
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def price(self, ev: "StartEvent") -> "PricedEvent":
        return PricedEvent(cents=ev.pieces * 250)


# %% right: subclass that repeats all three
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)


# %% wrong: both promises side by side
# breaks: each arrow names what its body returns, and nothing else
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


# %% wrong: receipt may go round again
# breaks: each arrow names what its body returns, and nothing else
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> TaxedEvent | StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: receipt may return nothing
# breaks: each arrow names what its body returns, and nothing else
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


# %% wrong: two steps are enough
# breaks: Write `Mended` with the same three steps and bodies
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> StopEvent:
        return StopEvent(result=ev.cents * 6 // 5)


# %% wrong: the validation is switched off
# breaks: and signatures that fit: each arrow names what its body returns, and nothing else
class Mended(Broken):
    """Compute a price with tax."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, disable_validation=True, **kwargs)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: tax inside price
# breaks: Write `Mended` with the same three steps and bodies
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 300)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: steps under other names
# breaks: Write `Mended` with the same three steps and bodies
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def get_price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def add_tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def print_receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: price from another event's name
# breaks: Write `Mended` with the same three steps and bodies; each arrow names what its body returns
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: TaxedEvent) -> PricedEvent:
        return PricedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: PricedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)
