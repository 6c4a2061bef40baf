# wrong: was logged while the dummy LLM was set
# first: The logged model: The LLM that was logged is MockLLM, a dummy: set Settings.llm again first.
# llm: llama_index.core.llms.MockLLM
