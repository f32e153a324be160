import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { OrganizerShell } from "@/components/organize/organizer-shell";
import { requireViewer } from "@/lib/auth/viewer";
import { adminLayout } from "@/texts/admin";

export const metadata: Metadata = {
  title: { default: adminLayout.title, template: "%s · Quorix" },
  robots: { index: false },
};

const tabs = [
  { href: "/admin" as Route, text: adminLayout.overview },
  { href: "/admin/users" as Route, text: adminLayout.users },
  { href: "/admin/events" as Route, text: adminLayout.events },
  { href: "/admin/payments" as Route, text: adminLayout.payments },
  { href: "/admin/background" as Route, text: adminLayout.background },
];

export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const viewer = await requireViewer("/admin");
  if (!viewer.isSuperuser) notFound();
  return (
    <OrganizerShell home={"/admin" as Route} title={adminLayout.title} tabs={tabs}>
      {children}
    </OrganizerShell>
  );
}
