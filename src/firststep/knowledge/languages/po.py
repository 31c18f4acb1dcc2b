"""A file of translations brought up to date with what there is to translate."""

from collections.abc import Iterator, Mapping

from polib import POEntry, POFile, pofile

from firststep.knowledge.languages.translations import MORE, ONE

NEW = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "MIME-Version": "1.0",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
"""The head of a new file; a language with other forms of a count says so there."""

WIDTH = 100


def updated(text: str, messages: Mapping[str, str], language: str) -> str:
    """The text of a file with an entry for every message, in their order.

    What is new is added untranslated, what is gone is dropped, and what changed in English
    keeps its translation, marked fuzzy: it is not used until somebody has looked at it.

    text
        The file so far; "" for a new language.
    messages
        {id: English text}; see `every_text`.
    """
    old, new = pofile(text) if text else POFile(), POFile(wrapwidth=WIDTH)
    new.metadata = {"Language": language} | NEW | dict(old.metadata)
    new.header = old.header
    had = {entry.msgctxt: entry for entry in old if not entry.obsolete}
    for entry in entries(messages):
        _carry_over(had.get(entry.msgctxt), entry)
        new.append(entry)
    return str(new) + "\n"


def entries(messages: Mapping[str, str]) -> Iterator[POEntry]:
    """An entry without a translation for every message; of a text with a count, one for both."""
    for id_, english in messages.items():
        stem = id_.removesuffix(ONE)
        if stem != id_ and f"{stem}{MORE}" in messages:
            yield POEntry(
                msgctxt=stem,
                msgid=english,
                msgid_plural=messages[f"{stem}{MORE}"],
                msgstr_plural={0: "", 1: ""},
            )
        elif not (id_.endswith(MORE) and f"{id_.removesuffix(MORE)}{ONE}" in messages):
            yield POEntry(msgctxt=id_, msgid=english)


def _carry_over(had: POEntry | None, entry: POEntry) -> None:
    """Take what was translated before; fuzzy, with the English it was made of, where that changed."""
    if had is None:
        return
    entry.tcomment, entry.flags = had.tcomment, list(had.flags)
    entry.msgstr = had.msgstr
    if entry.msgid_plural:
        entry.msgstr_plural = dict(had.msgstr_plural) or entry.msgstr_plural
    same = (had.msgid, had.msgid_plural) == (entry.msgid, entry.msgid_plural)
    translated = bool(had.msgstr or any(had.msgstr_plural.values()))
    if same:
        entry.previous_msgid = had.previous_msgid
    elif translated:
        entry.previous_msgid = had.previous_msgid if had.fuzzy else had.msgid
        entry.flags = sorted({*entry.flags, "fuzzy"})
