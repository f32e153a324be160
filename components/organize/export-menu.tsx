import { Download } from "lucide-react";
import { buttonClasses } from "@/components/ui/control-classes";
import { exportMenu } from "@/texts/organizer";

export type ExportKind = "attendees" | "bookings" | "waitlist" | "payments" | "insights";

const formats = [
  { format: "csv", text: exportMenu.csv, label: exportMenu.csvLabel },
  { format: "xlsx", text: exportMenu.excel, label: exportMenu.excelLabel },
] as const;

/** The address of an event's download, with the filters of the page's address. */
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
 * Downloads a list as CSV and for Excel. `search` is the page's query: the file has the same filters. Plain links, so
 * that nothing is prefetched.
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

/** `what`: the name of the list, such as "attendees". */
export function DownloadLinks({ what, href }: { what: string; href: (format: "csv" | "xlsx") => string }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {formats.map(({ format, text, label }) => (
        <li key={format}>
          <a href={href(format)} download aria-label={label(what)} className={buttonClasses("secondary", "sm")}>
            <Download aria-hidden="true" className="size-4" />
            <span>{text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
