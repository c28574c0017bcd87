"""Links and pictures on the web: whether they lead where readers are told they lead."""
