# SPDX-License-Identifier: MIT
"""By which name a person is called wherever no single group is meant.

Each group has a name for its member, and each entry of the register one of its own. An entry is
called what a group calls it now: its own name, where a group it is in has that, or else the name
in the group it came to last. Only who is in no group is called what the last one called them. A
person with several entries is called as the entry that stands for all. Every other name is said
beside it, as what they are known as too.

A person who is renamed in a group by their own name, or in the only one they are in, is renamed.
"""

from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Person


def name_sql(person: str) -> str:
    """Return the name of an entry as SQL; `person` is how the statement calls its table."""
    # an ORDER BY cannot look at the statement around it, the columns it orders by can
    return (
        "coalesce((SELECT n.name FROM (SELECT m.name, m.id, m.state <> 'active' AS gone,"
        f" m.name <> {person}.name AS other FROM membership m"
        f" WHERE m.person_id = {person}.id AND +m.state <> 'withdrawn') n"
        f" ORDER BY n.gone, n.other, n.id DESC LIMIT 1), {person}.name)"
    )


def name_of(database: WorkspaceDatabase, person_id: int) -> str:
    """Return what an entry is called; nothing for an unknown one."""
    row = database.execute_sql(
        f"SELECT {name_sql('p')} FROM person p WHERE p.id = ?", (person_id,)
    ).fetchone()
    return str(row[0]) if row else ""


def name_after(
    database: WorkspaceDatabase, person_id: int, own: str, was: str, becomes: str
) -> str:
    """Return the entry's own name once a group calls its member `becomes` and no longer `was`."""
    if was == becomes or own in {was, becomes}:
        return becomes if own == was else own
    (stays,) = database.execute_sql(
        "SELECT count(*) FROM membership WHERE person_id = ? AND +state <> 'withdrawn'",
        (person_id,),
    ).fetchone()
    return becomes if stays == 1 else own


def rename(
    database: WorkspaceDatabase, person: Person, was: str, becomes: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Let an entry's own name follow that of a member; the caller saves it.

    Returns what the log says of it, before and after: nothing where the two were the same name,
    for then the member's says it all.
    """
    own = person.name
    person.name = name_after(database, person.id, own, was, becomes)
    if own in {was, person.name}:
        return {}, {}
    return {"person_name": own}, {"person_name": person.name}
