"""How a phone comes in: the doors to the pages, the page about trust, the QR codes."""
