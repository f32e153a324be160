import { MailWarning, PencilLine } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { Attention } from "@/lib/organize/overview";
import { formatBrief } from "@/lib/time/format";

const mails = (count: number) => (count === 1 ? "1 mail could not be sent" : `${count} mails could not be sent`);

/** What waits for an organizer, each with the way to it. */
export function AttentionList({ items }: { items: Attention[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="attention" className="rounded-card bg-warning-soft p-5">
      <h2 id="attention" className="text-lg text-warning">
        Needs you
      </h2>
      <ul className="mt-2 grid gap-1">
        {items.map(({ kind, slug, name, startsAt, timeZone, count }) => {
          const isDraft = kind === "draft_starts_soon";
          const Icon = isDraft ? PencilLine : MailWarning;
          return (
            <li key={`${kind}${slug}`} className="flex items-start gap-3">
              <Icon aria-hidden="true" className="mt-3 size-4 shrink-0 text-warning" />
              <Link
                href={`/organize/events/${slug}${isDraft ? "/edit" : ""}` as Route}
                className="flex min-h-11 flex-wrap items-center gap-x-2 hover:underline"
              >
                <bdi className="font-semibold wrap-anywhere">{name || "Untitled event"}</bdi>
                <span>{isDraft ? `starts ${formatBrief(startsAt, timeZone)} and is still a draft` : mails(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
