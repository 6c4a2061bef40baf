"""A Chromium that reaches this machine only, and JupyterLab as somebody sees it in there.

Set `SCREENSHOTS` to a folder, and the tests leave there what they saw.
"""

import json
import os
import re
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect, sync_playwright

HOST = "127.0.0.1"
PATIENCE = 120_000  # milliseconds: a kernel imports mlflow and llama_index first
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)
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
    """Open a page whose `asked` collects the hosts that it, and what it opens, asks."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.asked = set()

    def note(request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob"):
            page.asked.add(address.hostname)

    context.on("request", note)
    context.on("page", lambda new: new.on("websocket", note))
    page.on("websocket", note)
    return page


def shoot(page: Page, name: str) -> None:
    """Save what the page shows, where somebody wants to look at it."""
    if folder := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


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
