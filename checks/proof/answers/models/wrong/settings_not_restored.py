# wrong: its script sets another LLM, when it is logged and when it is loaded
# first: The logged model: The LLM that was logged is MockLLM, a dummy: set Settings.llm again first.
# %% instead of
agent = ReActAgent(timeout=180)
# %% write
from llama_index.core.llms import MockLLM

Settings.llm = MockLLM(max_tokens=1)
agent = ReActAgent(timeout=180)
