# right: calls its class, and what it keeps, otherwise
# %% rename
ReActAgent -> PocketCalculator
self.memory -> self.chat
self.formatter -> self.prompt_writer
self.parser -> self.reply_reader
max_rounds -> patience
