"""The SOPs walked through over HTTP, as their people would: links are read out of the mails."""
