"""Commands over what is kept on this computer. Django is set up before one is loaded."""
