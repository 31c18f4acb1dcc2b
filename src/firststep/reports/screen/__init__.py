"""What the pages say: the document that they are drawn from, and the words of the screens."""
