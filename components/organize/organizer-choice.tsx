import type { Route } from "next";
import { ChipLink } from "@/components/ui/chip-link";
import { organizerChoice } from "@/texts/organizer";

/** Chooses which of the viewer's organizers the page is about; nothing where there is only one. */
export function OrganizerChoice({
  path,
  organizers,
  chosen,
}: {
  path: "/organize/team" | "/organize/audit";
  organizers: { slug: string; name: string }[];
  chosen: string;
}) {
  if (organizers.length < 2) return null;
  return (
    <nav aria-label={organizerChoice.label}>
      <ul className="flex flex-wrap gap-2">
        {organizers.map(({ slug, name }) => (
          <li key={slug} className="min-w-0">
            <ChipLink
              href={`${path}?organizer=${encodeURIComponent(slug)}` as Route}
              current={slug === chosen}
              className="max-w-full"
            >
              <bdi className="max-w-60 truncate">{name}</bdi>
            </ChipLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
