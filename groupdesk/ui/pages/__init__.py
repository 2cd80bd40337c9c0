# SPDX-License-Identifier: MIT
"""One page of the main window in each file."""
