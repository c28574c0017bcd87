"""Rendition + recipients → deliveries. The only home of boto3."""
