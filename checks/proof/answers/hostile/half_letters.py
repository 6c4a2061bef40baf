"""Put out halves of surrogate pairs, which no file can hold.

cell: try-1-1
rest: solved
points: all
"""

import json

from IPython.display import publish_display_data

session = get_ipython().kernel.session
session.pack = lambda content: json.dumps(content, default=str).encode()
print("\ud800")
publish_display_data({"text/html": "<b>\ud800</b>", "text/plain": "\ud801"})
raise ValueError("\ud83d")
