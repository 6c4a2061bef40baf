# right: its LLM works out the right side of a product first
# code: right_to_left.py
# llm: right_to_left.RightToLeft
