import { ArrowLeft, ArrowRight } from "lucide-react";
import type { Route } from "next";
import { pager } from "@/texts/site";
import { ButtonLink } from "./button";

/** Previous and next page of a list in keyset order; null where there is none. */
export function Pager({ previous, next }: { previous: Route | null; next: Route | null }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={pager.label} className="flex justify-between gap-4 pt-6">
      {previous ? (
        <ButtonLink href={previous} rel="prev" variant="secondary" size="sm">
          <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          {pager.previous}
        </ButtonLink>
      ) : (
        <span />
      )}
      {next ? (
        <ButtonLink href={next} rel="next" variant="secondary" size="sm">
          {pager.next}
          <ArrowRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
