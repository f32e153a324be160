import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { CoverArt } from "@/components/events/cover-art";
import { Place } from "@/components/events/place";
import { DateTime } from "@/components/time/date-time";

type Event = {
  slug: string;
  name: string;
  coverImage: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string;
  city: string;
};

/** One row of "My bookings": all of it links to `href`, except the controls in `children`. */
export function BookingRow({
  event,
  href,
  badge,
  detail,
  children,
}: {
  event: Event;
  href: string;
  badge: ReactNode;
  detail: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className="group relative grid gap-4 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong sm:grid-cols-[8rem_minmax(0,1fr)_auto] sm:items-center sm:gap-6">
      <div className="aspect-[16/10] overflow-hidden rounded-control max-sm:hidden">
        <CoverArt slug={event.slug} image={event.coverImage} sizes="8rem" />
      </div>
      <div className="grid gap-1">
        <div>{badge}</div>
        <h3 className="line-clamp-2 text-xl">
          <Link
            href={href as Route}
            prefetch={false}
            className="underline-offset-4 outline-none group-hover:underline after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-3 focus-visible:after:outline-offset-3 focus-visible:after:outline-accent"
          >
            <bdi>{event.name}</bdi>
          </Link>
        </h3>
        <p className="text-muted">
          <DateTime start={event.startsAt} end={event.endsAt} timeZone={event.timeZone} />
        </p>
        <p className="text-muted">
          <Place venue={event.venue} city={event.city} />
        </p>
        <p className="font-medium">{detail}</p>
      </div>
      {children ? <div className="relative z-10 sm:w-48">{children}</div> : null}
    </li>
  );
}
