# wrong: its script holds a key
# first: The logged model: A key lies in agent.py: take it out, and revoke it.
# %% instead of
agent = ReActAgent(timeout=180)
# %% write
OPENAI_API_KEY = "sk-not-a-real-one-0123456789"
agent = ReActAgent(timeout=180)
