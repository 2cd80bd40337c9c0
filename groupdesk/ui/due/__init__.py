# SPDX-License-Identifier: MIT
"""What Today says of each kind of thing to do, and what can be done with it there."""
