"""Make HTML of a learner's harmless: it runs no script, asks no server and imitates no page.

Feedback is opened by learners, and formgrader by who may do anything in JupyterLab.
"""

import html
import re

import nh3

MOST_TAGS, MOST_ENTITIES = 5_000, 20_000  # the parser's time grows with their square
LONGEST_HTML = 400_000  # characters
TAGS = set(
    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em h1 h2 h3 h4 h5 "
    "h6 hr i img ins kbd li mark ol p pre s samp small span strong sub summary sup table tbody td "
    "tfoot th thead tr u ul var".split()
)
ATTRIBUTES = {
    "*": {"title", "style", "class"},
    "a": {"href"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
    "ol": {"start"},
}
STYLES = set(
    "background background-color border border-radius color font-family font-size font-style "
    "font-weight line-height opacity overflow padding padding-left text-align text-overflow "
    "white-space".split()
)
COLOURED = re.compile(r"highlight|[a-z]{1,2}\d?")  # the classes of coloured code
PICTURE = re.compile(r"data:image/(png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=\s]*")


def clean_html(text: str) -> str:
    """Return the HTML without what could act; where there is too much of it, as plain text."""
    too_much = text.count("<") > MOST_TAGS or text.count("&") > MOST_ENTITIES
    if too_much or len(text) > LONGEST_HTML:
        return f"<pre>{html.escape(text[:LONGEST_HTML])}</pre>"
    return nh3.clean(
        text,
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        attribute_filter=harmless,
        filter_style_properties=STYLES,
        url_schemes={"http", "https", "mailto", "data"},
    )


def harmless(tag: str, name: str, value: str) -> str | None:
    """Return what an attribute may keep; None takes the attribute out."""
    if name == "src":  # a picture on a server would tell it who looks, and when
        return value if PICTURE.fullmatch(value) else None
    if name == "href":
        return None if value.strip().lower().startswith("data:") else value
    if name == "class":  # other classes belong to the page's own buttons and fields
        return " ".join(filter(COLOURED.fullmatch, value.split())) or None
    if name == "style":
        return None if re.search(r"url|image|\\|/\*", value, re.IGNORECASE) else value
    return value
