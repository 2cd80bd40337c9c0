# SPDX-License-Identifier: MIT
"""One dialog in each file."""
