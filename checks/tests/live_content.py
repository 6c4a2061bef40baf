"""A submission whose cells and outputs try to run script where somebody looks at them."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

# Each attack that runs sets `window.hit`, on the page or on the one around it.
SHOWS = """
from IPython.display import HTML, SVG, Javascript, Markdown, display
display(HTML("<script>top.hit = 1</script><img src=x onerror='top.hit = 2'><b>bold</b>"
             "<svg onload='top.hit = 3'></svg><iframe srcdoc='<script>top.hit = 4</script>'>"
             "</iframe><a href='javascript:top.hit = 5'>link</a>"
             "<p style='background: url(http://127.0.0.1:9/seen)'>styled</p>"))
display(Javascript("top.hit = 6"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='top.hit = 7'>"
            "<script>top.hit = 8</script></svg>"))
display(Markdown("<script>top.hit = 9</script> <img src=x onerror='top.hit = 10'>"))
display({"image/png": "iVBORw0KGgo="}, raw=True,
        metadata={"image/png": {"width": "1 onerror=top.hit=11 x"}})
display({"text/html": "<script>top.hit = 12</script>"}, raw=True,
        metadata={"text/html": {"isolated": True}})
display({"application/vnd.jupyter.widget-view+json": {"model_id": "</script>"}}, raw=True)
"""
FAILS = "import json\njson.loads('{')"
WRITES = """<script>window.hit = 13</script><img src=x onerror="window.hit = 14">
[link](javascript:window.hit=15) and what is harmless: a < b

> quoted
"""


def with_live_content(source) -> nbformat.NotebookNode:
    """Return the notebook at a path with cells that attack who looks at them."""
    notebook = nbformat.read(source, as_version=4)
    notebook.cells[2:2] = [
        new_code_cell(SHOWS, id="shows"),
        new_code_cell(FAILS, id="fails"),
        new_markdown_cell(WRITES, id="writes"),
        new_raw_cell("<script>window.hit = 16</script>", metadata={"raw_mimetype": "text/html"}),
    ]
    script = "</script><script>window.hit = 17</script>"
    notebook.metadata["title"] = script
    notebook.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"a": script}}
    notebook.cells[2].metadata["tags"] = [f'">{script}']
    return notebook
