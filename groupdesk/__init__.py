# SPDX-License-Identifier: MIT
"""GroupDesk: the desk at which a community manager keeps customer groups fair and calm."""

__version__ = "0.1.0"
