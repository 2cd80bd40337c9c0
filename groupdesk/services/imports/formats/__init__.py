# SPDX-License-Identifier: MIT
"""Member lists that platforms write as JSON, one module for each platform."""
