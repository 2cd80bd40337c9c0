# SPDX-License-Identifier: MIT
"""Speed and memory beside their limits and peers, measured in one run on one machine."""
