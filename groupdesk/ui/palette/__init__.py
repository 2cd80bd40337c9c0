# SPDX-License-Identifier: MIT
"""Ctrl+K: goes to any page, group or member, and does any act, by name."""
