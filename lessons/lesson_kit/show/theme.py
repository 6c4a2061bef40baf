"""The colours of what is shown: JupyterLab's, so light or dark as the notebook is.

Where there is no JupyterLab, the colours behind the commas are used.
"""

FONT = "var(--jp-content-font-color1, #1f2328)"
QUIET = "var(--jp-content-font-color2, #59636e)"
LINE = "var(--jp-border-color1, #bdbdbd)"
PAGE = "var(--jp-layout-color0, #ffffff)"
BACK = "var(--jp-layout-color2, #eeeeee)"
GOOD = "var(--jp-success-color1, #388e3c)"
BAD = "var(--jp-error-color1, #d32f2f)"
WARN = "var(--jp-warn-color1, #f57c00)"
CODE = "var(--jp-code-font-family, monospace)"
# MathJax passes over what is in these classes: a learner's text is no formula.
NO_FORMULA = "tex2jax_ignore mathjax_ignore"
