"use client";

import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/control-classes";
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
        <a href={next.href} className={buttonClasses("secondary", "md")}>
          {next.label}
        </a>
      </p>
    </>
  );
}
