"""`newsletter preview`: the preview page, live."""

from __future__ import annotations

import click

from newsletter.cli import console
from newsletter.cli.options import load_settings


@click.command(short_help="Show an issue in the browser, renewed at each save.")
@click.argument("issue", required=False)
@click.option("--port", type=click.IntRange(0, 65535), default=8025, show_default=True, help="Where to serve; 0: any.")
@click.option("--open", "opens_browser", is_flag=True, help="Open the page in your browser.")
@click.pass_context
def preview(context: click.Context, issue: str | None, *, port: int, opens_browser: bool) -> None:
    """Serve an issue's preview page on this machine, and renew it within a second of each save.

    ISSUE is a slug or a folder; left out, the newest is shown. A mistake in the issue is shown on the page. Ctrl-C
    ends.

    \b
    Example:
      newsletter preview --open
    """
    from newsletter.content.issues import find_issue
    from newsletter.web.preview import open_server
    from newsletter.workflows.preview import LivePreview

    # A mistake in an issue is shown on the page; one that is not there at all has no page.
    find_issue(load_settings(context).issues, issue)
    server = open_server(LivePreview(lambda: load_settings(context), issue), port)
    address = f"http://{server.host}:{server.port}/"
    console.say(f"Look at {address}", bold=True)
    console.say("It renews itself when you save. Ctrl-C ends.")
    if opens_browser:
        click.launch(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        console.say("Stopped.")
    finally:
        server.server_close()
