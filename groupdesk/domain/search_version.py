# SPDX-License-Identifier: MIT
"""Which make the search index is: all that a start has to know of the search."""

TOKEN_VERSION = "3"  # noqa: S105 - words of a text, no secret
"""Changes with `fold`, `search_words`, `index_tokens` and the sort keys; all are then made anew.

One character, so that no query finds it in front of the stored words.
"""
