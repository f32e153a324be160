import { UserX } from "lucide-react";
import type { Metadata } from "next";
import { AccountButton } from "@/components/admin/account-button";
import { ListSearch, listHref } from "@/components/admin/list-search";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { requireSuperuser } from "@/lib/admin/access";
import { type AdminUser, listUsers, userSearchSchema } from "@/lib/admin/lists";
import { usersPage } from "@/texts/admin";

export const metadata: Metadata = { title: usersPage.title };

export const instant = false;

const path = "/admin/users";

export default async function UsersPage({ searchParams }: PageProps<"/admin/users">) {
  const viewer = await requireSuperuser();
  const search = userSearchSchema.parse(await searchParams);
  const { users, previous, next } = await listUsers(search, viewer.id);
  const { q, show } = search;
  return (
    <Container width="wide" className="grid grid-cols-1 gap-6 pt-8">
      <h1 className="text-3xl">{usersPage.title}</h1>
      <ListSearch path={path} label={usersPage.searchLabel} q={q} show={show} shows={usersPage.filters} />
      {users.length > 0 ? (
        <ul className="rounded-card border border-line bg-surface">
          {users.map((user) => (
            <UserRow key={user.user} user={user} timeZone={viewer.timeZone ?? "UTC"} />
          ))}
        </ul>
      ) : (
        <EmptyState icon={<UserX aria-hidden="true" className="size-7" />} title={usersPage.emptyTitle}>
          {usersPage.emptyText}
        </EmptyState>
      )}
      <Pager
        previous={previous ? listHref(path, { q, show, before: previous }) : null}
        next={next ? listHref(path, { q, show, after: next }) : null}
      />
    </Container>
  );
}

function UserRow({ user, timeZone }: { user: AdminUser; timeZone: string }) {
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line px-5 py-3 last:border-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_12rem_8rem] md:items-center">
      <p className="flex min-w-0 flex-wrap items-center gap-2">
        <bdi translate="no" className="font-semibold wrap-anywhere">
          {user.name}
        </bdi>
        {user.isSuperuser ? <Badge tone="accent">{usersPage.superuser}</Badge> : null}
        {user.isActive ? null : <Badge tone="danger">{usersPage.deactivated}</Badge>}
      </p>
      <p className="min-w-0 wrap-anywhere">
        <span translate="no">{user.email}</span>
        {user.isProved ? null : <span className="block text-sm text-muted">{usersPage.emailNotConfirmed}</span>}
      </p>
      <p className="text-sm text-muted tabular-nums">
        <span>{usersPage.signedUp}</span>
        <DateTime start={user.createdAt} timeZone={timeZone} style="short" />
      </p>
      <div className="-mx-4 md:mx-0 md:text-end">
        {user.isViewer ? (
          <span className="px-4 text-sm text-muted">{usersPage.you}</span>
        ) : (
          <AccountButton user={user.user} name={user.name} isActive={user.isActive} />
        )}
      </div>
    </li>
  );
}
