"""The counter desk: an officer enters a visitor's application for them."""
