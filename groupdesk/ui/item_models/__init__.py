# SPDX-License-Identifier: MIT
"""Qt's models; they are given records and never query."""
