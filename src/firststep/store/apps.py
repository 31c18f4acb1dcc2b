"""The Django app with tables."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables, and nothing else."""

    name = "firststep.store"
    label = "store"
