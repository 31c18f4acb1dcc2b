"""What is yours: browsers, codes, the export, and deleting it all."""
