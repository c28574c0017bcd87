"""Subscribers, deliveries and suppressions. The only home of SQLAlchemy."""
