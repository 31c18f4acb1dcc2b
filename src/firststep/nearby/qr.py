"""QR codes: in a terminal with half blocks, on a page as a drawing."""

import segno

LIGHT = "l"  # the least correction of errors: the largest squares
QUIET = 2  # modules of light around it; a camera needs some

_PAPER, _ANSI_END = "\x1b[38;5;16;48;5;231m", "\x1b[0m"  # black on white, whatever the terminal's colours


def in_terminal(text: str, *, coloured: bool) -> list[str]:
    """The lines of a QR code, two rows of it in each.

    coloured
        Whether the terminal knows colours; if not, it is drawn for light writing on dark.
    """
    rows = [list(map(bool, row)) for row in _made(text).matrix_iter(border=QUIET)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    signs = " ▄▀█" if coloured else "█▀▄ "
    lines = [
        "".join(signs[2 * upper + lower] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    ]
    return [f"{_PAPER}{line}{_ANSI_END}" for line in lines] if coloured else lines


def width(text: str) -> int:
    """How many columns a QR code takes in a terminal."""
    return int(_made(text).symbol_size(border=QUIET)[0])


def as_svg(text: str, *, level: str = LIGHT) -> str:
    """A drawing for a page, dark on light in every theme; it says nothing by itself.

    level
        How much of it may at least be hidden or smudged: "l" 7 %, "m" 15 %.
    """
    made = _made(text, level)
    return made.svg_inline(dark="#000", light="#fff", border=4, omitsize=True, svgclass="qr", lineclass=None)


def _made(text: str, level: str = LIGHT) -> segno.QRCode:
    return segno.make(text, error=level, micro=False)
