# SPDX-License-Identifier: MIT
"""Tables, connection, migrations and triggers of a workspace."""

import sys

# peewee imports every database driver that happens to be installed (about 90 ms); a local
# workspace needs none of them. A None in sys.modules makes their import fail at once.
_OTHER_DRIVERS = ("psycopg", "psycopg2", "psycopg2cffi", "pymysql", "MySQLdb")
_blocked = [name for name in _OTHER_DRIVERS if name not in sys.modules]
sys.modules.update(dict.fromkeys(_blocked))  # type: ignore[arg-type]  # None is the documented way
try:
    import peewee  # noqa: F401  # imported here so that it finds the drivers blocked
finally:
    for _name in _blocked:
        sys.modules.pop(_name, None)
