"""Who works at the offices, as a file says it, appointed at a stage."""
