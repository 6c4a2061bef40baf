# right: asks the LLM and reads its reply in one step
# %% instead of
    async def prepare_llm_prompt(self, ctx: Context, ev: PrepEvent) -> LLMInputEvent:
        """Write the prompt: the tools, the conversation and the reasoning of this run."""
        history = await ctx.store.get("history")
        steps = await ctx.store.get("steps")
        return LLMInputEvent(input=self.formatter.format(self.tools, history, steps))

    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

    @step
    async def handle_llm_response(
        self, ctx: Context, ev: LLMOutputEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Read the reply and decide: call a tool, ask again, or end with an answer."""
        reasoning = read_reply(ev.response.message.content or "")
# %% write
    async def think(
        self, ctx: Context, ev: PrepEvent
    ) -> ToolCallEvent | PrepEvent | StopEvent:
        """Ask the LLM, read the reply and decide."""
        history = await ctx.store.get("history")
        steps = await ctx.store.get("steps")
        response = await Settings.llm.achat(self.formatter.format(self.tools, history, steps))
        reasoning = read_reply(response.message.content or "")
