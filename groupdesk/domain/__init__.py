# SPDX-License-Identifier: MIT
"""The field itself: what there is, what is fair, what follows. The standard library only."""
