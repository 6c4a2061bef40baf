# %% right: a named number of workers
AT_ONCE = 2


class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=AT_ONCE)
    async def ask(self, ctx: Context, ev: LookUpEvent) -> WeatherEvent:
        """Look up one city."""
        return WeatherEvent(total=ev.total, city=ev.city, weather=await look_up(ev.city))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: the fields of the event unpacked
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        fields = {"city": ev.city, "total": ev.total}
        fields["weather"] = await look_up(fields["city"])
        return WeatherEvent(**fields)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% right: a helper does the look-up
async def report(event: LookUpEvent) -> WeatherEvent:
    """Make the event with the weather out of the event that asks for it."""
    city, total = event.city, event.total
    weather = await look_up(city)
    return WeatherEvent(city=city, weather=weather, total=total)


class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        return await report(ev)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: workers as they come
# breaks: The weather service allows two look-ups at once, and no third.
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: one worker
# breaks: Two cities at once, never more
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=1)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: looked up once more for the event
# breaks: looks its city up once
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        if not await look_up(ev.city):
            raise ValueError(f"No weather for {ev.city}")
        return WeatherEvent(city=ev.city, weather=await look_up(ev.city), total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: sends the event and returns nothing
# breaks: and returns a `WeatherEvent` with the city, its weather and the `total` that came
# decided: right, because what a step sends comes out of it too, as 3.4 says, and the exercise is about two at once
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ctx: Context, ev: LookUpEvent) -> WeatherEvent | None:
        weather = await look_up(ev.city)
        ctx.send_event(WeatherEvent(city=ev.city, weather=weather, total=ev.total))

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: known cities are not looked up again
# breaks: it takes a `LookUpEvent`, looks its city up once
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    known = {}

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent:
        if ev.city not in self.known:
            self.known[ev.city] = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=self.known[ev.city], total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})


# %% wrong: the arrow names None too
# breaks: An arrow names what may come out of its step, and nothing else
class Weather(Workflow):
    """Look up the weather of several cities, two at once."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> LookUpEvent | None:
        for city in ev.cities:
            ctx.send_event(LookUpEvent(city=city, total=len(ev.cities)))

    @step(num_workers=2)
    async def ask(self, ev: LookUpEvent) -> WeatherEvent | None:
        weather = await look_up(ev.city)
        return WeatherEvent(city=ev.city, weather=weather, total=ev.total)

    @step
    async def collect(self, ctx: Context, ev: WeatherEvent) -> StopEvent | None:
        found = ctx.collect_events(ev, [WeatherEvent] * ev.total)
        if found is None:
            return None
        return StopEvent(result={one.city: one.weather for one in found})
