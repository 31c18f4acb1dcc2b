"""Django's own commands, for whoever works on the tables: `python manage.py makemigrations`."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firststep.settings")
execute_from_command_line(sys.argv)
