"""The page on which a person looks at an issue, and listens to it, before it is sent."""
