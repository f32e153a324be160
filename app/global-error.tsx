"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";

/** The last resort, where even the layout failed: it brings its own page. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>That did not work · Quorix</title>
        <main className="mx-auto grid min-h-dvh max-w-2xl content-center justify-items-start gap-5 px-5">
          <h1 className="text-4xl font-bold">That did not work</h1>
          <p role="alert" className="text-lg text-muted">
            Something on our side failed. A booking that was confirmed stays confirmed.
          </p>
          <Button onClick={retry}>Try again</Button>
        </main>
      </body>
    </html>
  );
}
