"""Mail programs: what each supports, and what of an email is lost on those that do not."""
