import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { OrganizerShell } from "@/components/organize/organizer-shell";
import { requireViewer } from "@/lib/auth/viewer";
import { adminLayout } from "@/texts/admin";

export const metadata: Metadata = {
  title: { default: "Administration", template: "%s · Quorix" },
  robots: { index: false },
};

const tabs = [
  { href: "/admin" as Route, text: "Overview" },
  { href: "/admin/users" as Route, text: "Users" },
  { href: "/admin/events" as Route, text: "Events" },
  { href: "/admin/background" as Route, text: "Background work" },
];

export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const viewer = await requireViewer("/admin");
  if (!viewer.isSuperuser) notFound();
  return (
    <OrganizerShell home={"/admin" as Route} title={adminLayout.administration} tabs={tabs}>
      {children}
    </OrganizerShell>
  );
}
