"""Serving the pages: the doors, the servers behind them, and what the terminal shows."""
