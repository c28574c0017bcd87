"""The verbs, one module a command. They yield progress, return results and never print."""
