"""Start an installation: its folder, its key, and tables that are up to date."""

import os
from datetime import datetime
from pathlib import Path

from django.conf import settings

from firststep.actions.back_up import bring_up_to_date


def start(now: datetime) -> Path | None:
    """Make ready what is needed; returns the backup that was made before the tables were changed."""
    settings.HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not os.environ.get("FIRSTSTEP_SECRET_KEY"):
        _keep_key(settings.KEY_FILE)
    return bring_up_to_date(now)


def _keep_key(file: Path) -> None:
    """Keep this process's key for the next ones; of two that start at once, the first wins."""
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as target:
            target.write(settings.SECRET_KEY)
        os.link(new, file)
    except OSError:  # it is there already; or the disk knows no links
        if not file.exists():
            new.replace(file)
        settings.SECRET_KEY = file.read_text()
    finally:
        new.unlink(missing_ok=True)
