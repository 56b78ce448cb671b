"""What Lighthouse says of the built site on a slow phone: python benchmarks/lighthouse.py [PAGE…]

Needs `make site`, Node (`npx lighthouse` comes from npm) and a Chromium. The site is served compressed, as any web
server does. Aimed at: performance 95, accessibility 100, best practices 95, SEO 95.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

SITE = Path(__file__).parent.parent / "site"
TEXT = {".html", ".css", ".js", ".json", ".xml", ".svg"}


class Compressing(SimpleHTTPRequestHandler):
    """Serves files as a web server with compression does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        found = path.is_file()
        data = (path if found else SITE / "404.html").read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in TEXT:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing: the scores are what is wanted."""


def scores(address: str, folder: Path) -> str:
    told = folder / "told.json"
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    subprocess.run(
        ["npx", "--yes", "lighthouse", address, "--quiet", "--output=json", f"--output-path={told}",
         "--chrome-flags=--headless=new --no-sandbox"],
        env=os.environ | {"CHROME_PATH": chromium},
        check=True,
    )  # fmt: skip
    said = json.loads(told.read_text("utf-8"))
    categories = ", ".join(f"{name} {round(100 * one['score'])}" for name, one in said["categories"].items())
    return f"{categories}, {said['audits']['total-byte-weight']['numericValue']} bytes"


def main(pages: list[str]) -> None:
    story = next(path for path in sorted((SITE / "stories").glob("*.html")) if path.stem != "index")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(SITE))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with TemporaryDirectory() as folder:
            for page in pages or ["index.html", f"stories/{story.name}", "timeline.html"]:
                address = f"http://127.0.0.1:{server.server_port}/{page}"
                print(f"{page}: {scores(address, Path(folder))}")  # noqa: T201
        server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1:])
