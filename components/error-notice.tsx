"use client";

import { Button } from "@/components/ui/button";
import { errorNotice } from "@/texts/site";

/** What every page that failed says: whether anything was booked, in words that are always true. */
export function ErrorNotice({ retry, next }: { retry: () => void; next: { label: string; href: string } }) {
  return (
    <>
      <h1 className="text-4xl font-bold text-balance sm:text-5xl">{errorNotice.thatDidNotWork}</h1>
      <div role="alert" className="grid gap-3 text-lg text-muted text-pretty">
        <p>{errorNotice.somethingOnOurSideFailed}</p>
        <p>{errorNotice.ifYouHadJustSent}</p>
      </div>
      <p className="flex flex-wrap gap-3 pt-2">
        <Button onClick={retry}>{errorNotice.tryAgain}</Button>
        {/* A plain link: a full load is the surest way out of a broken page. */}
        <a href={next.href} className="inline-flex min-h-12 items-center px-3 font-semibold text-accent underline">
          {next.label}
        </a>
      </p>
    </>
  );
}
