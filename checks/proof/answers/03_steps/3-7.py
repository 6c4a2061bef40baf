# %% right: a subclass that mends two steps
class Mended(Broken):
    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% right: another order, and the tax computed otherwise
class Mended(Workflow):
    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents + ev.cents // 5)

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)


# %% wrong: untouched
# check: is_mended
# says: The steps do not fit together
Mended = Broken


# %% wrong: only the first error
# check: is_mended
# says: The steps do not fit together
class Mended(Workflow):
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> PricedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: only the second error
# check: is_mended
# says: The steps do not fit together
class Mended(Workflow):
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> TaxedEvent:
        return StopEvent(result=ev.cents)


# %% wrong: goes round the tax
# check: is_mended
# says: The tax is missing
class Mended(Workflow):
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def receipt(self, ev: PricedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: all in one step
# check: keeps_the_three_steps
# says: keep price, tax and receipt
class Mended(Workflow):
    @step
    async def price(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=ev.pieces * 300)


# %% wrong: no validation instead of a mended graph
# check: keeps_the_three_steps
# says: keep price, tax and receipt
class Mended(Workflow):
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> StopEvent:
        return StopEvent(result=ev.cents * 6 // 5)


# %% wrong: promises too much
# check: keeps_the_three_steps
# says: promises PricedEvent, and that never comes here
class Mended(Workflow):

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> PricedEvent | TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: the tax in the first step
# check: keeps_the_three_steps
# says: Keep the bodies
class Mended(Workflow):

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 300)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: another name
# check: keeps_the_three_steps
# says: keep price, tax and receipt
class Mended(Workflow):

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def add_tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: a float's tax
# check: is_mended
# says: not an int
class Mended(Workflow):

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=float(ev.cents))
