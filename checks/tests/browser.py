"""A Chromium that reaches this machine only, and JupyterLab as somebody sees it in there.

Set `SCREENSHOTS` to a folder, and the tests leave there what they saw: in `screenshots/`, git keeps
those that the README shows.
"""

import io
import json
import os
import re
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Locator, Page, expect, sync_playwright

HOST = "127.0.0.1"
PATIENCE = 120_000  # milliseconds: a kernel imports mlflow and llama_index first
COLOURS = 128  # of a screenshot: enough for text, and a third of the bytes
# What MLflow's own pages always complain of: it asks a server without users who is there, and it
# draws charts before they have a size.
OF_MLFLOW = ("/ajax-api/2.0/mlflow/users/current", "ResizeObserver loop")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)
NO_CHROMIUM = "There is no Chromium here. `bash .devcontainer/system-packages.sh` brings it."
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {HOST}",  # as if there were no network
]
# A link in a text is told by its colour alone, as JupyterLab shows all Markdown.
OF_JUPYTERLAB = {"link-in-text-block"}


@contextmanager
def running_browser():
    """Give a browser, and end it."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def watched_page(browser) -> Page:
    """Open a page that notes the hosts that are asked, and what the browser's console calls errors.

    They are in its `asked` and `errors`; pages that it opens are included.
    """
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.asked, page.errors = set(), []

    def note(request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob"):
            page.asked.add(address.hostname)

    def complain(message):
        said = f"{message.text} ({message.location.get('url', '')})"
        if message.type == "error" and not any(known in said for known in OF_MLFLOW):
            page.errors.append(said)

    context.on("console", complain)
    context.on("weberror", lambda error: page.errors.append(str(error.error)))
    context.on("request", note)
    context.on("page", lambda new: new.on("websocket", note))
    page.on("websocket", note)
    return page


def shoot(page: Page, name: str) -> None:
    """Save what the page shows, where somebody wants to look at it."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        few = seen.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(Path(folder) / f"{name}.png", optimize=True)


def barriers(page: Page, selector: str) -> list[str]:
    """Return what keeps people from reading the parts of a page that a CSS selector names."""
    # While a theme is loaded, JupyterLab covers its page, and axe sees no text under the cover.
    expect(page.locator("#jupyterlab-splash")).to_have_count(0)
    page.locator(selector).last.scroll_into_view_if_needed()
    # JupyterLab's body has no height, and axe takes for hidden what lies outside of it.
    page.evaluate("document.body.style.minHeight = '100vh'")
    found = Axe().run(page, selector).response
    page.evaluate("document.body.style.minHeight = ''")
    read = {rule["id"] for rule in found["passes"]}
    unread = [rule for rule in found["incomplete"] if rule["id"] == "color-contrast"]
    assert "color-contrast" in read, f"axe saw no text: {unread}"
    return [
        f"{rule['id']}: {node['html'][:120]}: {node['failureSummary']}"
        for rule in [*found["violations"], *found["incomplete"]]
        for node in rule["nodes"]
        if rule["id"] not in OF_JUPYTERLAB and not axe_cannot_tell(node)
    ]


def axe_cannot_tell(node: dict) -> bool:
    """Tell whether axe leaves a contrast open: of one letter, our ✓, ✗ and ○, or in an SVG."""
    open_because = {(one.get("data") or {}).get("messageKey") for one in node["any"]}
    in_svg = node["html"].startswith("<text") and "imgNode" in open_because
    return in_svg or bool(open_because & {"shortTextContent", "nonBmp"})


class Notebook:
    """The notebook that JupyterLab shows; its cells are named by their ids in the file."""

    def __init__(self, page: Page, file: Path):
        self.page, self.file = page, file
        self.cells = self.read(file)
        tab = page.locator(".lm-TabBar-tab.lm-mod-current", has_text=file.name)
        expect(tab.first).to_be_visible()
        self.panel = page.locator(".jp-NotebookPanel:visible")
        title = self.cells[0]["source"][0].strip("# \n")
        shown = self.panel.locator(".jp-Cell").first.locator("h1")
        expect(shown).to_contain_text(title)  # until then JupyterLab shows an empty cell
        kernel = self.panel.locator(".jp-Notebook-ExecutionIndicator")
        expect(kernel).to_have_attribute("data-status", "idle")  # before that, keys may be lost
        expect(page.locator(".jp-StatusBar-Widget")).to_contain_text("| Idle")

    def show(self) -> None:
        """Bring the notebook to the front, by its tab."""
        self.page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", has_text=self.file.name).click()
        expect(self.panel).to_be_visible()

    @staticmethod
    def read(file: Path) -> list[dict]:
        """Return the cells that a notebook file holds."""
        return json.loads(file.read_text("utf-8"))["cells"]

    def cell(self, name: str) -> Locator:
        """Return a cell, scrolled into view."""
        index = [cell["id"] for cell in self.cells].index(name)
        found = self.panel.locator(f'.jp-Cell[data-windowed-list-index="{index}"]')
        found.scroll_into_view_if_needed()
        return found

    def source(self, name: str) -> str:
        """Return what the file had in a cell when it was opened."""
        return "".join(next(cell["source"] for cell in self.cells if cell["id"] == name))

    def write(self, name: str, source: str) -> None:
        """Put text in the place of what a code cell holds."""
        self.cell(name).locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)

    def run(self, name: str) -> str:
        """Run a code cell, and return what it shows."""
        cell = self.cell(name)
        prompt = cell.locator(".jp-InputPrompt")
        before = prompt.inner_text()
        for _ in range(5):  # a notebook that has just been opened may lose what is pressed
            cell.locator(".cm-content").click()
            self.page.keyboard.press("Control+Enter")
            with suppress(AssertionError):
                expect(prompt).not_to_have_text(before, timeout=5_000)  # at once: it shows a star
                break
        expect(prompt).to_have_text(re.compile(r"\[\d+\]"))
        return self.output(name)

    def output(self, name: str) -> str:
        """Return the text that a code cell shows."""
        return "\n".join(self.cell(name).locator(".jp-OutputArea-output").all_inner_texts())

    def pictures(self) -> list[float]:
        """Return, for each picture that a Markdown cell draws by Mermaid, the scale it is shown at.

        JupyterLab shrinks a picture that is wider than the page, its letters too.
        """
        scales = []
        for cell in self.cells:
            if "```mermaid" in "".join(cell["source"]):
                drawn = self.cell(cell["id"]).locator(".jp-RenderedMermaid img")
                expect(drawn).to_be_visible()
                scales.append(drawn.evaluate("one => one.width / one.getAttribute('width')"))
                shoot(self.page, f"{self.file.stem}-{cell['id']}")
        return scales
