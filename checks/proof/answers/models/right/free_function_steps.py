# right: its steps are functions outside the class
# %% instead of
    @step
    async def invoke_llm(self, ev: LLMInputEvent) -> LLMOutputEvent:
        """Send the prompt to the LLM and wait for its reply."""
        return LLMOutputEvent(response=await Settings.llm.achat(ev.input))

# %% write
# %% instead of
agent = ReActAgent(timeout=180)
# %% write
@step(workflow=ReActAgent)
async def invoke_llm(ev: LLMInputEvent) -> LLMOutputEvent:
    return LLMOutputEvent(response=await Settings.llm.achat(ev.input))


agent = ReActAgent(timeout=180)
