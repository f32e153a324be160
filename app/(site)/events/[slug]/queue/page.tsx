import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { DateTime } from "@/components/time/date-time";
import { Alert } from "@/components/ui/alert";
import { Container } from "@/components/ui/container";
import { RoomSteps } from "@/components/waiting-room/room-steps";
import { RoomView } from "@/components/waiting-room/room-view";
import { getEvent } from "@/lib/events/queries";
import { routeParams } from "@/lib/names/route-params";
import { getQueueStatus } from "@/lib/waiting-room/get-queue-status";
import { ADMISSION_MS } from "@/lib/waiting-room/keys";
import { roomPaths } from "@/lib/waiting-room/paths";
import { parseVisitor, visitorCookie } from "@/lib/waiting-room/visitor";
import { queuePage } from "@/texts/waiting-room";

// Not streamed, as the page has to work without scripts.
export const instant = false;

export const metadata: Metadata = { title: queuePage.title, robots: { index: false } };

export default async function QueuePage({ params, searchParams }: PageProps<"/events/[slug]/queue">) {
  const [{ slug }, query, store] = await Promise.all([routeParams(params), searchParams, cookies()]);
  const event = await getEvent(slug);
  if (!event) notFound();
  // The status is not prefetched.
  await connection();
  const visitor = parseVisitor(store.get(visitorCookie.name)?.value);
  const status = await getQueueStatus(slug, visitor, "look");
  const paths = roomPaths(event.slug, typeof query.tickets === "string" ? query.tickets : null);
  const isWaiting = status.state === "waiting" || status.state === "lobby" || status.state === "unsure";

  return (
    <Container width="text" className="grid gap-8 pt-10 pb-16 sm:pt-14">
      {isWaiting ? (
        // Only without scripts, so it never interrupts a screen reader on a page that updates itself.
        <noscript>
          <meta httpEquiv="refresh" content={String(status.pollSeconds + 5)} />
        </noscript>
      ) : null}
      <header className="grid gap-2">
        <p>
          <Link href={`/events/${event.slug}`} prefetch={false} className="font-semibold text-accent hover:underline">
            <bdi>{event.name}</bdi>
          </Link>
        </p>
        <p className="pb-2 text-muted">
          <DateTime start={event.startsAt} timeZone={event.timeZone} style="short" />
        </p>
        <h1 className="text-4xl leading-[1.05] sm:text-5xl">{queuePage.title}</h1>
      </header>
      {query.joined && !visitor ? (
        <Alert tone="warning" title={queuePage.noCookies.title}>
          {queuePage.noCookies.text}
        </Alert>
      ) : null}
      <RoomView
        slug={event.slug}
        event={{ name: event.name, timeZone: event.timeZone }}
        paths={paths}
        initial={status}
      />
      <RoomSteps state={status.state} admissionMinutes={ADMISSION_MS / 60_000} />
    </Container>
  );
}
