"""Issue + layout → Rendition. The only home of mjml, premailer and Jinja2."""
