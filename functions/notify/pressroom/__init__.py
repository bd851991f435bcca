"""How papers are laid out: a sheet, and on it blocks, each kind in its own way."""
