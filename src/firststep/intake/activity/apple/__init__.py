"""The export of Apple Health: one long XML file, by itself or in a zip."""
