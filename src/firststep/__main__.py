"""`python -m firststep` is the command `firststep`."""

from firststep.cli.main import main

main()
