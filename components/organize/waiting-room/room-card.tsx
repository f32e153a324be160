"use client";

import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/lib/time/format";
import type { OrganizerRoom } from "@/lib/waiting-room/organizer-room";
import { roomCard } from "@/texts/organizer-waiting-room";
import { RoomControls } from "./room-controls";
import { RoomStats } from "./room-stats";
import { useOrganizerRoom } from "./use-organizer-room";

/** The event's waiting room, live, and how to slow it down. */
export function RoomCard({
  slug,
  timeZone,
  initial,
}: {
  slug: string;
  timeZone: string;
  initial: OrganizerRoom | null;
}) {
  const { room, refresh } = useOrganizerRoom(slug, initial);
  if (!room) return null;
  const inWords = (instant: string) => formatInstant(new Date(instant), timeZone);
  return (
    <Card className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{roomCard.waitingRoom}</h2>
        <span role="status">
          <StageBadge room={room} />
        </span>
      </div>
      {room.stage === "early" ? (
        <p className="text-muted text-pretty">
          {roomCard.theLobbyOpensOnAnd(inWords(room.lobbyAt), inWords(room.opensAt))}
        </p>
      ) : null}
      {room.stage === "lost" ? <p className="text-muted text-pretty">{roomCard.redisCannotBeReachedSo}</p> : null}
      {room.stage === "lobby" || room.stage === "open" ? (
        <>
          {room.stage === "lobby" && room.opensAt ? (
            <p className="text-muted text-pretty">{roomCard.placesAreDrawnAtRandom(inWords(room.opensAt))}</p>
          ) : null}
          <RoomStats room={room} />
          <RoomControls slug={slug} rate={room.rate} isPaused={room.isPaused} onDone={refresh} />
        </>
      ) : null}
    </Card>
  );
}

function StageBadge({ room }: { room: OrganizerRoom }) {
  if (room.stage === "lost") return <Badge tone="warning">{roomCard.notInUse}</Badge>;
  if (room.stage === "early") return <Badge>{roomCard.opensLater}</Badge>;
  if (room.isPaused) return <Badge tone="warning">{roomCard.paused}</Badge>;
  if (room.stage === "lobby") return <Badge tone="accent">{roomCard.lobby}</Badge>;
  return room.left === 0 ? (
    <Badge tone="warning">{roomCard.nothingLeft}</Badge>
  ) : (
    <Badge tone="positive">{roomCard.lettingIn}</Badge>
  );
}
