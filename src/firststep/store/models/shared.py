"""Links to what people share: what is behind them is kept as ciphertext, without its key."""

from uuid import uuid4

from django.db import models

from firststep.store.models.who import Person


class Link(models.Model):
    """A link that somebody made.

    path is the hash of the secret in its address, passcode that of its passcode, '' for none;
    tries how many wrong ones it still hears. sealed is what it holds, encrypted, and '' once it is over.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    path = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=80, blank=True)
    sealed = models.TextField(blank=True)
    passcode = models.CharField(max_length=128, blank=True)
    tries = models.PositiveSmallIntegerField()
    made = models.DateTimeField()
    until = models.DateTimeField(db_index=True)
    opened = models.PositiveIntegerField(default=0)
    last_opened = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)
