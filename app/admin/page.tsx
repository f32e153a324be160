import type { Metadata, Route } from "next";
import Link from "next/link";
import { AdminActionList } from "@/components/admin/admin-action-list";
import { StatCard } from "@/components/organize/stat-card";
import { Badge } from "@/components/ui/badge";
import { Container } from "@/components/ui/container";
import { requireSuperuser } from "@/lib/admin/access";
import { listLatestAdminActions } from "@/lib/admin/audit";
import { COUNT_LIMIT, readOverview } from "@/lib/admin/overview";
import { type DependencyState, getCurrentHealth, type Health } from "@/lib/health/check";
import { adminLayout, adminPage } from "@/texts/admin";

export const metadata: Metadata = { title: adminLayout.title };

export const instant = false;

const RECENT_ACTIONS = 10;

const dependencyLabels: Record<keyof Health["dependencies"], string> = adminPage.dependencies;
const dependencyStateLabels: Record<DependencyState, string> = adminPage.dependencyStates;

const formatEstimate = (estimate: number) =>
  adminPage.estimate(estimate.toLocaleString("en-GB", { maximumSignificantDigits: 2 }));
const formatCount = (count: number) =>
  count >= COUNT_LIMIT ? adminPage.atLeast(COUNT_LIMIT.toLocaleString("en-GB")) : `${count}`;

export default async function AdminPage() {
  const viewer = await requireSuperuser();
  const [health, overview, actions] = await Promise.all([
    getCurrentHealth("all"),
    readOverview(),
    listLatestAdminActions(RECENT_ACTIONS),
  ]);
  const work = [
    { label: adminPage.failedRuns, count: overview.failedRuns, page: "background#failed-runs" },
    { label: adminPage.unsentEmails, count: overview.unsentEmails, page: "background#mails-not-sent" },
    { label: adminPage.pendingRequests, count: overview.undispatched, page: "background#announcements-left-behind" },
    { label: adminPage.unknownPayments, count: overview.unknownPayments, page: "payments#unknown-payments" },
  ];
  return (
    <Container width="wide" className="grid grid-cols-1 gap-10 pt-8">
      <h1 className="text-3xl">{adminPage.title}</h1>
      <section aria-labelledby="services" className="grid grid-cols-1 gap-3">
        <h2 id="services" className="text-xl">
          {adminPage.services}
        </h2>
        <div className="rounded-card border border-line bg-surface">
          <ul className="grid sm:grid-cols-2 lg:grid-cols-5">
            {Object.entries(health.dependencies).map(([name, state]) => (
              <li key={name} className="flex items-center justify-between gap-3 px-5 py-4 sm:justify-start">
                <span className="font-semibold">{dependencyLabels[name as keyof typeof dependencyLabels]}</span>
                <Badge tone={state === "up" ? "positive" : "danger"}>{dependencyStateLabels[state]}</Badge>
              </li>
            ))}
          </ul>
        </div>
      </section>
      <section aria-labelledby="work" className="grid grid-cols-1 gap-3">
        <h2 id="work" className="text-xl">
          {adminPage.background}
        </h2>
        <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {work.map(({ label, count, page }) => (
            <StatCard key={label} label={label} value={formatCount(count)}>
              {count === 0 ? (
                adminPage.nothingToDo
              ) : (
                <Link
                  href={`/admin/${page}` as Route}
                  className="inline-flex min-h-11 items-center font-semibold text-accent underline"
                >
                  {adminPage.review}
                </Link>
              )}
            </StatCard>
          ))}
        </dl>
      </section>
      <section aria-labelledby="size" className="grid grid-cols-1 gap-3">
        <h2 id="size" className="text-xl">
          {adminPage.size}
        </h2>
        <p className="text-muted">{adminPage.sizeNote}</p>
        <dl className="grid gap-4 sm:grid-cols-3">
          <StatCard label={adminPage.users} value={formatEstimate(overview.users)} />
          <StatCard label={adminPage.events} value={formatEstimate(overview.events)} />
          <StatCard label={adminPage.bookings} value={formatEstimate(overview.bookings)} />
        </dl>
      </section>
      <section aria-labelledby="recent" className="grid grid-cols-1 gap-3">
        <h2 id="recent" className="text-xl">
          {adminPage.recentActivity}
        </h2>
        {actions.length > 0 ? (
          <AdminActionList actions={actions} timeZone={viewer.timeZone ?? "UTC"} />
        ) : (
          <p className="text-muted">{adminPage.noActivity}</p>
        )}
      </section>
    </Container>
  );
}
