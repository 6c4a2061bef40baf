"""Put 15 MB into a display by an update, which counts as output, too.

cell: try-1-1
rest: solved
points: all
never says: yyyyyyyyyy
"""

from IPython.display import publish_display_data

display("a", display_id="here")
much = {"text/plain": "y" * 15_000_000}
publish_display_data(much, transient={"display_id": "here"}, update=True)
