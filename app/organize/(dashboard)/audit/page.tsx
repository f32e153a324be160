import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { AuditFilters } from "@/components/organize/audit-filters";
import { AuditList } from "@/components/organize/audit-list";
import { OrganizerChoice } from "@/components/organize/organizer-choice";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { RichText } from "@/components/ui/rich-text";
import { requireOrganizers } from "@/lib/access/access";
import { listAuditActors, readAuditLog } from "@/lib/audit/log";
import { auditHref, auditSearchSchema } from "@/lib/audit/search";
import { auditPage } from "@/texts/organizer";

export const metadata: Metadata = { title: auditPage.title };

export const instant = false;

export default async function AuditPage({ searchParams }: PageProps<"/organize/audit">) {
  const search = auditSearchSchema.parse(await searchParams);
  const { viewer, organizers, chosen } = await requireOrganizers("audit.view", "/organize/audit", search.organizer);
  const { organizerId, slug, name } = chosen ?? organizers[0];
  const timeZone = viewer.timeZone ?? "UTC";
  const [{ entries, previous, next }, people] = await Promise.all([
    readAuditLog(organizerId, search, { timeZone }),
    listAuditActors(organizerId),
  ]);
  const here = { ...search, organizer: slug };
  return (
    <Container width="wide" className="grid grid-cols-1 gap-6 pt-8">
      <header className="grid grid-cols-1 gap-4">
        <div className="grid gap-1">
          <h1 className="text-3xl">{auditPage.title}</h1>
          <p className="text-muted wrap-anywhere">
            <RichText text={auditPage.intro} values={{ organizer: <bdi>{name}</bdi> }} />
          </p>
        </div>
        <OrganizerChoice path="/organize/audit" organizers={organizers} chosen={slug} />
      </header>
      <AuditFilters search={search} organizer={slug} people={people} />
      {entries.length > 0 ? (
        <AuditList entries={entries} timeZone={timeZone} />
      ) : (
        <EmptyState
          icon={<ScrollText aria-hidden="true" className="size-7" />}
          title={auditPage.emptyTitle}
          action={
            <ButtonLink href={auditHref({ organizer: slug })} variant="secondary">
              {auditPage.showAll}
            </ButtonLink>
          }
        >
          {auditPage.empty}
        </EmptyState>
      )}
      <Pager
        previous={previous ? auditHref(here, { before: previous }) : null}
        next={next ? auditHref(here, { after: next }) : null}
      />
    </Container>
  );
}
