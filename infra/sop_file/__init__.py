"""What a writer of SOP files is told: the faults of a file, or its table, machine and doubts."""
