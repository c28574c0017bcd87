"""What is measured, each with its aim or its peer beside it."""
