import { ExternalLink, MapPin } from "lucide-react";
import { CoverArt } from "@/components/events/cover-art";
import { MarkdownText } from "@/components/ui/markdown";
import type { OrganizerProfile } from "@/lib/organizers/types";

/** Null for an address that is not a website. */
function parseWebsite(address: string | null) {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}

export function OrganizerHeader({ organizer }: { organizer: OrganizerProfile }) {
  const website = parseWebsite(organizer.website);
  return (
    <header className="grid gap-6 pt-10 sm:pt-14">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <div className="size-20 shrink-0 overflow-hidden rounded-full sm:size-24">
          <CoverArt slug={organizer.slug} image={null} />
        </div>
        <div className="grid min-w-0 gap-1">
          <h1 className="text-4xl leading-[1.05] font-bold sm:text-5xl">
            <bdi>{organizer.name}</bdi>
          </h1>
          <p className="flex flex-wrap items-center gap-x-5 text-muted">
            {organizer.city ? (
              <span className="inline-flex min-h-11 items-center gap-2">
                <MapPin aria-hidden="true" className="size-4" />
                <bdi>{organizer.city}</bdi>
              </span>
            ) : null}
            {website ? (
              <a
                href={website.href}
                rel="nofollow ugc noopener"
                className="inline-flex min-h-11 items-center gap-2 font-medium text-accent underline underline-offset-4"
              >
                <ExternalLink aria-hidden="true" className="size-4" />
                <span>{website.hostname}</span>
              </a>
            ) : null}
          </p>
        </div>
      </div>
      {organizer.about ? <MarkdownText>{organizer.about}</MarkdownText> : null}
    </header>
  );
}
