# %% right: events first, then sent
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        events = [CityEvent(city=city) for city in ev.cities]
        for event in events:
            ctx.send_event(event)
        return None

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: by index
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        cities = list(ev.cities)
        for index in range(len(cities)):
            event = CityEvent(city=cities[index])
            ctx.send_event(event)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: a queue of its own
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
            ctx.send_event(CityEvent(city=waiting.popleft()))
        return None

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: iterator with a local function
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        def send(city: str) -> None:
            ctx.send_event(CityEvent(city=city))

        for name in iter(ev["cities"]):
            send(name)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: each city once
# breaks: one that is listed twice twice
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


# %% wrong: in alphabetical order
# breaks: in their order
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


# %% wrong: empties the caller's list
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


# %% wrong: as many as there are workers
# breaks: it sends a `CityEvent` for each of the `cities`, in their order, and one that is listed twice twice
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


# %% wrong: only the fastest city is sent
# breaks: it sends a `CityEvent` for each of the `cities`, in their order, and one that is listed twice twice
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        delays = {"Oslo": 0.6, "Rome": 0.2}
        fastest = min(ev.cities, key=lambda city: delays.get(city, 0.4))
        ctx.send_event(CityEvent(city=fastest))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: remembers on self what it sent
# breaks: it sends a `CityEvent` for each of the `cities`, in their order, and one that is listed twice twice
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    sent: set[str] = set()

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        seen_before = set(self.sent)
        for city in ev.cities:
            if city not in seen_before:
                ctx.send_event(CityEvent(city=city))
        self.sent = seen_before | set(ev.cities)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: last city first
# breaks: in their order
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for number in range(len(ev.cities)):
            ctx.send_event(CityEvent(city=ev.cities[-1 - number]))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: a repeat directly behind itself is left out
# breaks: one that is listed twice twice
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        previous = None
        for city in ev.cities:
            if city != previous:
                ctx.send_event(CityEvent(city=city))
            previous = city

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")
