"""What a worker of the Dash server imports: the page, with everything made that can be asked."""

from benchmarks import load_dash_app

load_dash_app.warm()
application = load_dash_app.app().server
