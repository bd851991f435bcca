"""A breach of personal data: whom to tell, of what, and in which words."""
