"""Languages made of English, to see what a translation does to a page; never shipped.

`en-XA` has accents, is longer by about two fifths, and every text of it stands in brackets, so
that a text that did not come from the catalogue shows at once. `ar-XB` runs from right to left.
"""

import re
from string import Formatter

from firststep.care import every_text
from firststep.knowledge import library
from firststep.knowledge.languages import translations
from firststep.knowledge.languages.po import entries
from firststep.knowledge.words import _told_in as words_in
from firststep.reports.screen import document, safety
from firststep.web.offline.version import version

ACCENTED, MIRRORED = "en-XA", "ar-XB"
RIGHT_TO_LEFT, POP = "\u202e", "\u202c"
ACCENTS = str.maketrans("aceinorsuyzACEINORSUYZAdgklmtwDGKLMTW", "áçéíñóŕšúýžÁÇÉÍÑÓŔŠÚÝŽÁďğķľɱťŵĎĞĶĽḾŤŴ")
LONGER = 0.4
FILLER = "·"
OF_THE_LANGUAGE = {
    ACCENTED: {"name": "Accented", "direction": "ltr", "decimal": ",", "thousands": ".", "percent": " %"},
    MIRRORED: {"name": "Mirrored", "direction": "rtl", "decimal": ".", "thousands": ",", "percent": "%"},
}
KEPT = ("words.settings.delete_word",)
"""Texts that are typed."""
HEADER = """msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def made_up(code, id_, text):
    """A text in one of these languages."""
    if id_.startswith("words.language."):
        return OF_THE_LANGUAGE[code][id_.rpartition(".")[2]]
    if id_ in KEPT:
        return text
    told = "".join(_part(code, *part) for part in Formatter().parse(text))
    if code == MIRRORED:
        return told
    return f"[{told}{FILLER * round(LONGER * len(text))}]" if re.search(r"[A-Za-z]{2}", text) else told


def _part(code, literal, blank, form, _):
    said = re.sub(r"[A-Za-z]+", lambda word: _word(code, word[0]), literal)
    return said + ("" if blank is None else "{" + blank + (f":{form}" if form else "") + "}")


def _word(code, word):
    return word.translate(ACCENTS) if code == ACCENTED else f"{RIGHT_TO_LEFT}{word}{POP}"


def po(code):
    """The file of translations of one of these languages."""
    told = []
    for entry in entries(every_text()):
        if entry.msgid_plural:
            both = (entry.msgid, entry.msgid_plural)
            entry.msgstr_plural = {k: made_up(code, entry.msgctxt, text) for k, text in enumerate(both)}
        else:
            entry.msgstr = made_up(code, entry.msgctxt, entry.msgid)
        told.append(str(entry))
    return HEADER.format(code=code) + "\n".join(told)


CACHES = (
    translations.languages,
    translations._of,
    library._told_in,
    words_in,
    document._version_in,
    safety._cards_in,
    safety._result_of,
    version,
)


def use_only(folder, monkeypatch):
    """Speak the languages of a folder, besides English, for the length of a test."""
    monkeypatch.setattr(translations, "FOLDER", folder)
    forget()


def forget():
    for cached in CACHES:
        cached.cache_clear()
