# SPDX-License-Identifier: MIT
"""The window: pages, dialogs and widgets. No tables, no SQL."""
