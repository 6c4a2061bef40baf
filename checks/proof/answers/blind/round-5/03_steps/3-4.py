# %% right: the last one is returned
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        *others, last = ev.cities
        for city in others:
            ctx.send_event(CityEvent(city=city))
        return CityEvent(city=last)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: all events first, then sent by index
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        events = [CityEvent(city=city) for city in ev.get("cities")]
        for position in range(len(events)):
            ctx.send_event(events[position])
        return None

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: from a queue of its own, addressed to ask
from collections import deque


class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        waiting = deque(ev.cities)
        while waiting:
            ctx.send_event(CityEvent(city=waiting.popleft()), step="ask")

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: each city once
# breaks: a city that is listed several times is sent as often
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for city in dict.fromkeys(ev.cities):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: by the alphabet
# breaks: it sends a `CityEvent` for each of the `cities`, in their order
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for city in sorted(ev.cities):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: empties the list of the caller
# breaks: The caller's list stays as it is.
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        while ev.cities:
            ctx.send_event(CityEvent(city=ev.cities.pop(0)))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: no more than four
# breaks: it sends a `CityEvent` for each of the `cities`
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for city in ev.cities[:4]:
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the last one is sent and returned
# breaks: it sends a `CityEvent` for each of the `cities`, in their order (the last one may also be returned)
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for city in ev.cities:
            ctx.send_event(CityEvent(city=city))
        return CityEvent(city=city)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the first one is returned, after the others
# breaks: in their order (the last one may also be returned)
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        first, *others = ev.cities
        for city in others:
            ctx.send_event(CityEvent(city=city))
        return CityEvent(city=first)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")
