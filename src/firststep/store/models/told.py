"""What people told. Rows are added and never changed; the database itself refuses it."""

from django.db import models

from firststep.store.models.who import Person


class Event(models.Model):
    """One thing told; `seq` is the order of being confirmed.

    offset is the time zone that `happened` was told in, in minutes east of UTC;
    knowledge the version of the techniques that its ids meant then.
    """

    seq = models.BigAutoField(primary_key=True)
    id = models.UUIDField(unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    foot = models.CharField(max_length=5)
    kind = models.CharField(max_length=12)
    on = models.DateField()
    happened = models.DateTimeField()
    offset = models.SmallIntegerField()
    recorded = models.DateTimeField()
    knowledge = models.CharField(max_length=20)
    what = models.JSONField()

    class Meta:
        """Read by person, in the order of being confirmed; some kinds by themselves."""

        indexes = (
            models.Index(fields=["person", "seq"], name="told_by"),
            models.Index(fields=["person", "kind", "seq"], name="told_by_kind"),
        )
