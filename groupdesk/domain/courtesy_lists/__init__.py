# SPDX-License-Identifier: MIT
"""The words of the courtesy check, in English and Chinese. They are lists, not a judgement."""
