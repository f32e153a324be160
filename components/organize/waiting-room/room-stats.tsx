import type { ReactNode } from "react";
import { formatWaitEstimate } from "@/components/waiting-room/room-messages";
import type { OrganizerRoom } from "@/lib/waiting-room/organizer-room";
import { roomStats } from "@/texts/organizer-waiting-room";

type LiveRoom = Extract<OrganizerRoom, { stage: "lobby" | "open" }>;

const count = (value: number) => value.toLocaleString("en-GB");

function Stat({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="font-display text-2xl font-semibold tabular-nums">{children}</dd>
    </div>
  );
}

export function RoomStats({ room }: { room: LiveRoom }) {
  if (room.stage === "lobby") {
    return (
      <dl className="grid grid-cols-2 gap-5">
        <Stat label={roomStats.inLobby}>{count(room.waiting)}</Stat>
      </dl>
    );
  }
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-4">
        <Stat label={roomStats.waiting}>{count(room.waiting)}</Stat>
        <Stat label={roomStats.choosing}>{count(room.choosing)}</Stat>
        <Stat label={roomStats.reserved}>{count(room.used)}</Stat>
        <Stat label={roomStats.perMinute}>{count(room.pace)}</Stat>
      </dl>
      <p className="text-sm text-muted text-pretty">
        <span>{roomStats.letIn(room.letIn, room.over)}</span>{" "}
        <span>{room.wait ? roomStats.wait(formatWaitEstimate(room.wait).toLowerCase()) : roomStats.nobodyLetIn}</span>
      </p>
    </div>
  );
}
