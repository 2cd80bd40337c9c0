# SPDX-License-Identifier: MIT
"""The main job done through the real window, for a machine without a screen."""
