"use client";

import { Button } from "@/components/ui/button";
import { Container } from "@/components/ui/container";

/** Whatever went wrong, in words that are always true; the details are in the server's log. */
export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-20 sm:py-28">
      <h1 className="text-4xl font-bold sm:text-5xl">That did not work</h1>
      <p role="alert" className="text-lg text-muted text-pretty">
        Something on our side failed, or the connection dropped. A booking that was confirmed stays confirmed; you find
        it under My bookings.
      </p>
      <p className="flex flex-wrap gap-3 pt-2">
        <Button onClick={retry}>Try again</Button>
        {/* A plain link: a full load is the surest way out of a broken page. */}
        <a href="/" className="inline-flex min-h-12 items-center px-3 font-semibold text-accent underline">
          To the start page
        </a>
      </p>
    </Container>
  );
}
