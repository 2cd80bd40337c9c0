# SPDX-License-Identifier: MIT
"""Reports on paper: typst lays out finished content, pypdfium2 shows its pages."""
