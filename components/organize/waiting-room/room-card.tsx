"use client";

import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { RichText } from "@/components/ui/rich-text";
import type { OrganizerRoom } from "@/lib/waiting-room/organizer-room";
import { roomCard } from "@/texts/organizer-waiting-room";
import { RoomControls } from "./room-controls";
import { RoomStats } from "./room-stats";
import { useOrganizerRoom } from "./use-organizer-room";

/** Live stats of the event's waiting room, and its controls. */
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
  const date = (instant: string) => <DateTime start={new Date(instant)} timeZone={timeZone} />;
  return (
    <Card className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{roomCard.title}</h2>
        <span role="status">
          <StageBadge room={room} />
        </span>
      </div>
      {room.stage === "early" ? (
        <p className="text-muted text-pretty">
          <RichText text={roomCard.early} values={{ lobby: date(room.lobbyAt), opening: date(room.opensAt) }} />
        </p>
      ) : null}
      {room.stage === "lost" ? <p className="text-muted text-pretty">{roomCard.redisDown}</p> : null}
      {room.stage === "lobby" || room.stage === "open" ? (
        <>
          {room.stage === "lobby" && room.opensAt ? (
            <p className="text-muted text-pretty">
              <RichText text={roomCard.lobby} values={{ opening: date(room.opensAt) }} />
            </p>
          ) : null}
          <RoomStats room={room} />
          <RoomControls slug={slug} rate={room.rate} isPaused={room.isPaused} onDone={refresh} />
        </>
      ) : null}
    </Card>
  );
}

function StageBadge({ room }: { room: OrganizerRoom }) {
  if (room.stage === "lost") return <Badge tone="warning">{roomCard.stages.lost}</Badge>;
  if (room.stage === "early") return <Badge>{roomCard.stages.early}</Badge>;
  if (room.isPaused) return <Badge tone="warning">{roomCard.stages.paused}</Badge>;
  if (room.stage === "lobby") return <Badge tone="accent">{roomCard.stages.lobby}</Badge>;
  return room.left === 0 ? (
    <Badge tone="warning">{roomCard.stages.soldOut}</Badge>
  ) : (
    <Badge tone="positive">{roomCard.stages.open}</Badge>
  );
}
