"use client";

import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { roomView } from "@/texts/waiting-room";
import { announcementFor, tabTitleFor } from "./room-messages";
import { type RoomPaths, RoomStatus } from "./room-status";
import { useQueueStatus } from "./use-queue-status";

/** The visitor's status, kept up to date. Goes on to the tickets when it is the visitor's turn. */
export function RoomView({
  slug,
  event,
  paths,
  initial,
}: {
  slug: string;
  event: { name: string; timeZone: string };
  paths: RoomPaths;
  initial: QueueStatus;
}) {
  const { status, skew, isOffline } = useQueueStatus(slug, initial, () => {
    // A full page load: the redirect sets a cookie that the event's page reads.
    if (!document.hidden) window.location.assign(paths.go);
  });

  useEffect(() => {
    document.title = `${tabTitleFor(status)} · ${event.name}`;
  }, [status, event.name]);

  return (
    <Card className="grid gap-6">
      <RoomStatus status={status} paths={paths} timeZone={event.timeZone} skew={skew} />
      {isOffline ? (
        <Alert tone="info" title={roomView.offline.title}>
          {roomView.offline.text}
        </Alert>
      ) : null}
      <p role="status" className="sr-only">
        {announcementFor(status)}
      </p>
    </Card>
  );
}
