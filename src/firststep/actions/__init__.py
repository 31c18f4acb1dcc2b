"""One file per thing that a person does: the only callers of `store.write`."""
