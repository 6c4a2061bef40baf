"""Show a workflow's graph in the notebook, without a network."""

import re


def graph_text(workflow) -> str:
    """Return the graph of a workflow class or instance in Mermaid's own words, the start first."""
    from llama_index.utils.workflow import draw_all_possible_flows_mermaid

    head, *lines = draw_all_possible_flows_mermaid(workflow, filename="").splitlines()
    styles = [line for line in lines if line.strip().startswith("classDef")]
    edges = [line.split() for line in lines if " --> " in line]
    nodes = {re.match(r"\s*(\w+)", line)[1]: line for line in lines if ":::" in line}
    # Mermaid lays a loop out from the node that it meets first, so that has to be the start.
    order = ["event_StartEvent"] if "event_StartEvent" in nodes else []
    for name in order:
        order += [end for start, _, end in edges if start == name and end not in order]
    order += [name for name in nodes if name not in order]
    edges.sort(key=lambda edge: order.index(edge[0]))
    used = {line.rpartition(":::")[2] for line in nodes.values()}
    return "\n".join(
        [head]
        + [nodes[name] for name in order]
        + [f"    {' '.join(edge)}" for edge in edges]
        + [line for line in styles if line.split()[1] in used]
    )


def show_graph(workflow) -> None:
    """Draw the graph of a workflow class or instance below the cell; a broken one is drawn too."""
    from IPython.display import Markdown, display

    # JupyterLab renders Mermaid by itself; the library's own HTML loads its script from the web.
    display(Markdown(f"```mermaid\n{graph_text(workflow)}\n```"))
