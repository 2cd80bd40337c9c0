# SPDX-License-Identifier: MIT
"""Small widgets that need no services."""
