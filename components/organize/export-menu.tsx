import { Download } from "lucide-react";
import { buttonClasses } from "@/components/ui/control-classes";
import { exportMenu } from "@/texts/organizer";

export type ExportKind = "attendees" | "bookings" | "waitlist" | "insights";

const formats = [
  { format: "csv", text: "CSV", kind: "CSV file" },
  { format: "xlsx", text: "Excel", kind: "Excel workbook" },
] as const;

/** Where an event's list is downloaded, with what the page's address already narrows it to. */
export function exportHref(
  slug: string,
  what: ExportKind,
  format: "csv" | "xlsx",
  search: Record<string, string | string[] | undefined> = {},
) {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(search)) {
    if (name === "format") continue;
    for (const one of Array.isArray(value) ? value : [value]) if (one) query.append(name, one);
  }
  return `/api/organize/events/${encodeURIComponent(slug)}/export/${what}?${query}`;
}

/**
 * Links that download a list as CSV and for Excel. `search` is the page's query: the file holds what the page's
 * filters leave. Plain links, so that nothing is fetched ahead.
 */
export function ExportMenu({
  slug,
  what,
  search,
}: {
  slug: string;
  what: ExportKind;
  search?: Record<string, string | string[] | undefined>;
}) {
  return <DownloadLinks what={what} href={(format) => exportHref(slug, what, format, search)} />;
}

/** Both formats of a file. `what`: the name it goes by, such as "attendees". */
export function DownloadLinks({ what, href }: { what: string; href: (format: "csv" | "xlsx") => string }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {formats.map(({ format, text, kind }) => (
        <li key={format}>
          <a
            href={href(format)}
            download
            aria-label={exportMenu.downloadAs(what, kind)}
            className={buttonClasses("secondary", "sm")}
          >
            <Download aria-hidden="true" className="size-4" />
            <span>{text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
