import { CircleX, ExternalLink, Mail, PencilLine, ScanLine, UserPlus, Users } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { hasPermission, type Permission, type Role } from "@/lib/access/permissions";
import { nextSteps } from "@/texts/organizer";

type Step = { href: string; text: string; icon: ReactNode; permission: Permission; when: boolean; isDanger?: true };

/** What can be done with an event now, most likely first. */
export function NextSteps({
  event,
  role,
  isOver,
  waiting,
}: {
  event: { slug: string; status: "draft" | "published" | "cancelled" };
  role: Role;
  isOver: boolean;
  waiting: number;
}) {
  const base = `/organize/events/${event.slug}`;
  const isPublished = event.status === "published";
  const isToCome = isPublished && !isOver;
  const icon = { "aria-hidden": true, className: "size-5 shrink-0 text-muted" } as const;
  const steps: Step[] = [
    {
      href: `${base}/edit`,
      text: nextSteps.publish,
      icon: <PencilLine {...icon} />,
      permission: "events.edit",
      when: event.status === "draft",
    },
    {
      href: `/events/${event.slug}`,
      text: nextSteps.publicPage,
      icon: <ExternalLink {...icon} />,
      permission: "events.view",
      when: event.status !== "draft",
    },
    {
      href: `${base}/check-in`,
      text: nextSteps.checkIn,
      icon: <ScanLine {...icon} />,
      permission: "check-in",
      when: isPublished,
    },
    {
      href: `${base}/attendees/new`,
      text: nextSteps.addGuest,
      icon: <UserPlus {...icon} />,
      permission: "attendees.manage",
      when: isToCome,
    },
    {
      href: `${base}/waitlist`,
      text: nextSteps.waitlist,
      icon: <Users {...icon} />,
      permission: "waitlist.view",
      when: isToCome && waiting > 0,
    },
    {
      href: `${base}/messages/new?to=all`,
      text: nextSteps.message,
      icon: <Mail {...icon} />,
      permission: "messages.send",
      when: event.status !== "draft",
    },
    {
      href: `${base}/cancel`,
      text: nextSteps.cancel,
      icon: <CircleX {...icon} className="size-5 shrink-0 text-danger" />,
      permission: "events.cancel",
      when: isToCome,
      isDanger: true,
    },
  ];
  return (
    <aside aria-labelledby="next-steps">
      <h2 id="next-steps" className="mb-3 text-xl">
        {nextSteps.title}
      </h2>
      <ul className="rounded-card border border-line bg-surface p-2">
        {steps
          .filter(({ when, permission }) => when && hasPermission(role, permission))
          .map(({ href, text, icon, isDanger }) => (
            <li key={href}>
              <Link
                href={href as Route}
                prefetch={false}
                className={`flex min-h-12 items-center gap-3 rounded-control px-3 font-semibold hover:bg-sunken ${isDanger ? "text-danger" : ""}`}
              >
                {icon}
                <span>{text}</span>
              </Link>
            </li>
          ))}
      </ul>
    </aside>
  );
}
