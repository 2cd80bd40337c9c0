# SPDX-License-Identifier: MIT
"""Members written to files: CSV, XLSX and JSON that read back to the same register."""
