# wrong: was logged without a signature
# first: The logged model: It was logged without a signature: give log_model an input example.
# log: signature=none
