# SPDX-License-Identifier: MIT
"""The use cases: each command is one transaction, with its role check and its log entry."""
