"""What was told, and what was said, is never changed: the database refuses it."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KEPT = ("store_event", "store_plan", "store_verdict")

SQLITE = """
CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'what was kept is never changed'); END;
"""

POSTGRES = """
CREATE FUNCTION {table}_stays() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'what was kept is never changed'; END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_stays();
"""


def guard(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    text = SQLITE if editor.connection.vendor == "sqlite" else POSTGRES
    for table in KEPT:
        editor.execute(text.format(table=table))


def unguard(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for table in KEPT:
        if editor.connection.vendor == "sqlite":
            editor.execute(f"DROP TRIGGER {table}_stays")
        else:
            editor.execute(f"DROP TRIGGER {table}_stays ON {table}")
            editor.execute(f"DROP FUNCTION {table}_stays()")


class Migration(migrations.Migration):
    dependencies = (("store", "0001_first_tables"),)
    operations = (migrations.RunPython(guard, unguard),)
