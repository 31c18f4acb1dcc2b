"""The command `firststep`."""

import os
import sys
from io import TextIOWrapper

import click

from firststep.cli.checks.calibrate import calibrate
from firststep.cli.checks.simulate import simulate
from firststep.cli.diary.advise import advise
from firststep.cli.diary.analyse import analyse
from firststep.cli.diary.conduct import conduct
from firststep.cli.diary.protocol import protocol
from firststep.cli.diary.triggers import triggers
from firststep.cli.known.library import library
from firststep.cli.known.plan import plan
from firststep.cli.known.screen import screen_
from firststep.cli.known.session import session
from firststep.cli.language import language_of
from firststep.cli.lazy import Commands
from firststep.errors import FirststepError
from firststep.knowledge import speaking


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="firststep")
@click.pass_context
def cli(context: click.Context) -> None:
    """Find out what helps one sore heel, fairly.

    Each morning say how much the first steps hurt, 0 to 10. Firststep draws what to do
    today and says what your mornings show. Keep them in the browser, with 'firststep
    serve', or in a diary file of your own: CSV with the columns date, pain and did.

    It does not treat or diagnose. Begin with 'firststep screen': a few questions that show
    whether a professional should look first.
    """
    context.with_resource(speaking(language_of(os.environ)))


cli.add_command(library)
cli.add_command(screen_)
cli.add_command(plan)
cli.add_command(session)
cli.add_command(analyse)
cli.add_command(advise)
cli.add_command(conduct)
cli.add_command(protocol)
cli.add_command(triggers)
cli.add_command(simulate)
cli.add_command(calibrate)


def main() -> None:
    """Run the command. What goes wrong is said in words, with the exit code of its family."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack a sign; that is no fault
    try:
        cli.main(standalone_mode=False)
    except FirststepError as fault:
        click.echo(f"firststep: {fault}", err=True)
        sys.exit(fault.exit_code)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except click.Abort:
        sys.exit(130)
