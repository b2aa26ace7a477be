"""Piano rolls: each voice of a piece in its own register, its chords named and its phrases marked."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from matplotlib.axes import Axes

from training.composer.pictures import FAINT, GOLD, INK, PAPER, RUST, TEAL, Picture, no_ticks, pretty
from training.music.chords import Chord
from training.music.form import Phrase
from training.music.grid import BEATS_PER_BAR, STEPS_PER_BAR, STEPS_PER_BEAT
from training.music.solo import Note

COLOURS: Final = {"melody": RUST, "chords": GOLD, "bass": TEAL}  # by voice
BARS_A_ROW: Final = 8
BLACK_KEYS: Final = frozenset({1, 3, 6, 8, 10})
MARGIN: Final = 2  # semitones below what a voice plays, and twice as many above
SEMITONE: Final = 0.085  # inches
THICKNESS: Final = 0.8  # of a semitone, how high a note is drawn


class Row(NamedTuple):
    """The bars that one row of the picture shows."""

    first: int
    bars: int  # of the whole piece
    chords: Sequence[Chord | None]  # of the whole piece, one a beat
    form: Sequence[Phrase]

    @property
    def steps(self) -> range:
        """The steps of the row that are in the piece."""
        stop = min(self.first + BARS_A_ROW, self.bars)
        return range(self.first * STEPS_PER_BAR, stop * STEPS_PER_BAR)


def roll(
    path: Path,
    voices: Mapping[str, Sequence[Note]],
    *,
    bars: int,
    title: str,
    chords: Sequence[Chord | None] = (),
    form: Sequence[Phrase] = (),
) -> None:
    """Draw the voices one above the other, BARS_A_ROW bars to a row.

    Args:
        path: the PNG.
        voices: notes by the names of COLOURS, from the highest voice down.
        bars: of the piece.
        title: above it all.
        chords: one a beat, to be named; none if empty.
        form: phrases, whose letters are set where they begin.
    """
    ranges = [_range(notes) for notes in voices.values()]
    heights = [len(pitches) for pitches in ranges]
    rows = -(-bars // BARS_A_ROW)
    with Picture(path, width=12, height=0.5 + rows * (0.75 + sum(heights) * SEMITONE)) as figure:
        figure.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=13)
        for number, part in enumerate(figure.subfigures(rows, 1, squeeze=False)[:, 0]):
            row = Row(number * BARS_A_ROW, bars, chords, form)
            panels = part.subplots(len(voices), 1, sharex=True, squeeze=False, height_ratios=heights)[:, 0]
            for axes, (name, notes), pitches in zip(panels, voices.items(), ranges, strict=True):
                _rule(axes, pitches, row)
                _write(axes, [note for note in notes if note.start in row.steps], COLOURS[name])
                axes.set_ylabel(name, color=COLOURS[name], fontweight="bold")
            _head(panels[0], row)


def _range(notes: Sequence[Note]) -> range:
    pitches = [note.pitch for note in notes] or [60]
    return range(min(pitches) - MARGIN, max(pitches) + 2 * MARGIN + 1)


def _rule(axes: Axes, pitches: range, row: Row) -> None:
    """Rule a panel: black keys shaded, bars counted, phrases parted, the Cs named."""
    black = [pitch for pitch in pitches if pitch % 12 in BLACK_KEYS]
    axes.barh(black, len(row.steps), 1, left=row.steps.start, color=FAINT, alpha=0.35)
    for step in (*row.steps[::STEPS_PER_BAR], row.steps.stop):
        axes.axvline(step, color=FAINT, linewidth=1.2, zorder=0)
    for phrase in row.form:
        if phrase.start * STEPS_PER_BAR in row.steps:
            axes.axvline(phrase.start * STEPS_PER_BAR, color=INK, linewidth=1.6)
    axes.set_xlim(row.steps.start, row.steps.start + BARS_A_ROW * STEPS_PER_BAR)
    axes.set_ylim(pitches.start - 0.5, pitches.stop - 0.5)
    names = [pitch for pitch in pitches if pitch % 12 == 0]
    axes.set_yticks(names, [f"C{pitch // 12 - 1}" for pitch in names])
    middles = row.steps[STEPS_PER_BAR // 2 :: STEPS_PER_BAR]
    axes.set_xticks(middles, [str(step // STEPS_PER_BAR + 1) for step in middles])
    axes.spines[["left", "bottom"]].set_visible(False)
    no_ticks(axes)


def _write(axes: Axes, notes: Sequence[Note], colour: str) -> None:
    lengths = [note.length - 0.2 for note in notes]
    starts = [note.start + 0.1 for note in notes]
    axes.barh([note.pitch for note in notes], lengths, THICKNESS, left=starts, color=colour)


def _head(axes: Axes, row: Row) -> None:
    """Write above a panel each chord where it begins, and each phrase's letter."""
    start = row.first * BEATS_PER_BAR
    top = axes.get_ylim()[1]
    for beat in range(start, min(row.steps.stop // STEPS_PER_BEAT, len(row.chords))):
        chord = row.chords[beat]
        if chord is not None and (beat == start or chord != row.chords[beat - 1]):
            axes.text(beat * STEPS_PER_BEAT + 0.2, top + 0.6, pretty(chord.symbol()), fontsize=8.5)
    box = {"boxstyle": "round,pad=0.25", "facecolor": INK, "edgecolor": "none"}
    for phrase in row.form:
        step = phrase.start * STEPS_PER_BAR
        if step in row.steps:
            axes.text(step + 0.9, top - 1.6, phrase.letter, color=PAPER, fontsize=8, bbox=box, va="center")
