"use client";

import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { roomView } from "@/texts/waiting-room";
import { announcementFor, tabTitleFor } from "./room-messages";
import { type RoomPaths, RoomStatus } from "./room-status";
import { useQueueStatus } from "./use-queue-status";

/** The visitor's place, kept up to date, and on to the tickets when it is their turn. */
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
  const { place, skew, isBehind } = useQueueStatus(slug, initial, () => {
    // A new document: the page that it leads to is told by a cookie that the way there sets.
    if (!document.hidden) window.location.assign(paths.go);
  });

  useEffect(() => {
    document.title = `${tabTitleFor(place)} · ${event.name}`;
  }, [place, event.name]);

  return (
    <Card className="grid gap-6">
      <RoomStatus place={place} paths={paths} timeZone={event.timeZone} skew={skew} />
      {isBehind ? (
        <Alert tone="info" title={roomView.weCannotReachQuorix}>
          {roomView.yourPlaceIsKeptThis}
        </Alert>
      ) : null}
      <p role="status" className="sr-only">
        {announcementFor(place)}
      </p>
    </Card>
  );
}
