# SPDX-License-Identifier: MIT
"""Child processes for files from outside; no Qt and no database here."""
