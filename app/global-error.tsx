"use client";

import { globalError } from "@/texts/site";
import "./globals.css";
import { ErrorNotice } from "@/components/error-notice";

/** Shown when the root layout fails, so it renders its own document. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{globalError.documentTitle}</title>
        <main className="mx-auto grid min-h-dvh max-w-2xl content-center justify-items-start gap-5 px-5">
          <ErrorNotice retry={retry} next={{ label: globalError.home, href: "/" }} />
        </main>
      </body>
    </html>
  );
}
