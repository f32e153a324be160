import type { Metadata, Route } from "next";
import Link from "next/link";
import { AdminActions } from "@/components/admin/admin-actions";
import { Figure } from "@/components/organize/figure";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Container } from "@/components/ui/container";
import { requireSuperuser } from "@/lib/admin/access";
import { latestAdminActions } from "@/lib/admin/audit";
import { COUNT_LIMIT, readOverview } from "@/lib/admin/overview";
import { currentHealth, type DependencyState } from "@/lib/health/check";

export const metadata: Metadata = { title: "Administration" };

export const instant = false;

const RECENT = 10;

const states = {
  up: "Up",
  down: "Not answering",
  "read-only": "Read-only",
  behind: "Lacks a migration",
  stuck: "Stuck",
} satisfies Record<DependencyState, string>;
const services = {
  database: "Database",
  bookings: "Bookings",
  redis: "Redis",
  inngest: "Inngest",
  mail: "Mail server",
} as const;

const about = (estimate: number) => `about ${estimate.toLocaleString("en-GB", { maximumSignificantDigits: 2 })}`;
const counted = (count: number) =>
  count >= COUNT_LIMIT ? `${COUNT_LIMIT.toLocaleString("en-GB")} or more` : `${count}`;

export default async function AdminPage() {
  const viewer = await requireSuperuser();
  const [health, overview, actions] = await Promise.all([
    currentHealth("all"),
    readOverview(),
    latestAdminActions(RECENT),
  ]);
  const work = [
    { label: "Failed runs", count: overview.failedRuns, anchor: "failed-runs" },
    { label: "Mails not sent", count: overview.unsentMails, anchor: "mails-not-sent" },
    { label: "Announcements left behind", count: overview.undispatched, anchor: "announcements-left-behind" },
  ];
  return (
    <Container width="wide" className="grid grid-cols-1 gap-10 pt-8">
      <h1 className="text-3xl">Overview</h1>
      <section aria-labelledby="services" className="grid grid-cols-1 gap-3">
        <h2 id="services" className="text-xl">
          Services
        </h2>
        <Card className="p-0 sm:p-0">
          <ul className="grid sm:grid-cols-2 lg:grid-cols-5">
            {Object.entries(health.dependencies).map(([name, state]) => (
              <li key={name} className="flex items-center justify-between gap-3 px-5 py-4 sm:justify-start">
                <span className="font-semibold">{services[name as keyof typeof services]}</span>
                <Badge tone={state === "up" ? "positive" : "danger"}>{states[state]}</Badge>
              </li>
            ))}
          </ul>
        </Card>
      </section>
      <section aria-labelledby="work" className="grid grid-cols-1 gap-3">
        <h2 id="work" className="text-xl">
          Background work
        </h2>
        <dl className="grid gap-4 sm:grid-cols-3">
          {work.map(({ label, count, anchor }) => (
            <Figure key={label} label={label} value={counted(count)}>
              {count === 0 ? (
                "Nothing to do"
              ) : (
                <Link
                  href={`/admin/background#${anchor}` as Route}
                  className="inline-flex min-h-11 items-center font-semibold text-accent underline"
                >
                  Look after them
                </Link>
              )}
            </Figure>
          ))}
        </dl>
      </section>
      <section aria-labelledby="size" className="grid grid-cols-1 gap-3">
        <h2 id="size" className="text-xl">
          Size
        </h2>
        <p className="text-muted">The database’s own estimates, a few minutes old.</p>
        <dl className="grid gap-4 sm:grid-cols-3">
          <Figure label="Users" value={about(overview.users)} />
          <Figure label="Events" value={about(overview.events)} />
          <Figure label="Bookings" value={about(overview.bookings)} />
        </dl>
      </section>
      <section aria-labelledby="recent" className="grid grid-cols-1 gap-3">
        <h2 id="recent" className="text-xl">
          What superusers did last
        </h2>
        {actions.length > 0 ? (
          <AdminActions actions={actions} timeZone={viewer.timeZone ?? "UTC"} />
        ) : (
          <p className="text-muted">Nothing yet. Whatever is done here is kept.</p>
        )}
      </section>
    </Container>
  );
}
