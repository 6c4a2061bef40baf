# right: calls its events and steps by other names
# %% rename
PrepEvent -> NextRound
LLMInputEvent -> Prompt
LLMOutputEvent -> Reply
ToolCallEvent -> Wanted
ToolOutputEvent -> Got
new_user_msg -> begin
prepare_llm_prompt -> write_prompt
invoke_llm -> ask
handle_llm_response -> decide
handle_tool_calls -> act
