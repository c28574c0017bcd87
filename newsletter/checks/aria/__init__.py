"""What WAI-ARIA says of roles and attributes, and which role an element has."""
