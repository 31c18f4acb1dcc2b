"""What real pain logs say of the priors: level, rhythm, day-to-day spread.

    python -m bench.accuracy.pain_logs

Prints the table of docs/explanation/priors.md: every pain with at least LEAST rated days, read
through the same door as any diary, as a whole and in pieces of twelve weeks.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np

from firststep import analyse, read_diaries
from firststep.records import Diary
from firststep.trial import Estimate

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "diaries" / "myaiguide"
LEAST = 40
PIECE = timedelta(days=84)


def shown(value: Estimate, digits: int = 2) -> str:
    return f"{value.mean:.{digits}f} ({value.low:.{digits}f} to {value.high:.{digits}f})"


def pieces(diary: Diary) -> list[Diary]:
    """Twelve weeks each, those with at least LEAST rated days."""
    first, cut = diary.days[0].on, []
    while first <= diary.days[-1].on:
        days = tuple(day for day in diary.days if first <= day.on < first + PIECE)
        if len(days) >= LEAST:
            cut.append(replace(diary, days=days))
        first += PIECE
    return cut


def main() -> None:
    if not FOLDER.exists():
        print("the real files are not here: nothing to read")
        return
    print("| log | days | rated | residual sd | level step sd | autocorrelation | raw sd | raw lag-1 |")
    print("|---|---|---|---|---|---|---|---|")
    for path in sorted(FOLDER.glob("*.csv")):
        for diary in read_diaries(path):
            if diary.scored < LEAST:
                continue
            whole = analyse(diary)
            rhythm = whole.rhythm
            scores = np.array([np.nan if p is None else p for p in whole.series.pain])
            pairs = np.stack([scores[:-1], scores[1:]])[:, ~np.isnan(scores[:-1] + scores[1:])]
            print(
                f"| {path.stem}, {diary.person} | {whole.mornings} | {diary.scored} "
                f"| {shown(rhythm.residual_sd)} | {shown(rhythm.level_sd, 3)} "
                f"| {shown(rhythm.autocorrelation)} "
                f"| {np.nanstd(scores):.2f} | {np.corrcoef(pairs)[0, 1]:.2f} |"
            )
            parts = [analyse(piece).rhythm for piece in pieces(diary)]
            for name in ("residual_sd", "level_sd", "autocorrelation"):
                means = [getattr(part, name).mean for part in parts]
                print(
                    f"    {name} over {len(parts)} pieces of 12 weeks: "
                    f"median {np.median(means):.2f}, {min(means):.2f} to {max(means):.2f}"
                )


if __name__ == "__main__":
    main()
