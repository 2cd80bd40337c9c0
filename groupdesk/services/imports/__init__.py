# SPDX-License-Identifier: MIT
"""Member lists from outside: recognised, read and compared with the register."""
