"""How hard a text is to read: passages → sentences → words → scores, a summary, and what to mend."""
