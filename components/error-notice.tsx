"use client";

import { Button } from "@/components/ui/button";
import { errorNotice } from "@/texts/site";

/** Says whether anything was booked, in a way that is true of every page. */
export function ErrorNotice({ retry, next }: { retry: () => void; next: { label: string; href: string } }) {
  return (
    <>
      <h1 className="text-4xl font-bold text-balance sm:text-5xl">{errorNotice.title}</h1>
      <div role="alert" className="grid gap-3 text-lg text-muted text-pretty">
        <p>{errorNotice.text}</p>
        <p>{errorNotice.afterForm}</p>
      </div>
      <p className="flex flex-wrap gap-3 pt-2">
        <Button onClick={retry}>{errorNotice.retry}</Button>
        {/* A plain link: a full load is the surest way out of a broken page. */}
        <a href={next.href} className="inline-flex min-h-12 items-center px-3 font-semibold text-accent underline">
          {next.label}
        </a>
      </p>
    </>
  );
}
