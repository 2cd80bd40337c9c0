# SPDX-License-Identifier: MIT
"""What all tests share: no screen is needed, and the language does not depend on the machine."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("QT_IMAGEIO_MAXALLOC", None)
