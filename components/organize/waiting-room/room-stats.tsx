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

/** Who waits, who is in, and how fast it goes. */
export function RoomStats({ room }: { room: LiveRoom }) {
  if (room.stage === "lobby") {
    return (
      <dl className="grid grid-cols-2 gap-5">
        <Stat label={roomStats.inTheLobby}>{count(room.waiting)}</Stat>
      </dl>
    );
  }
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-4">
        <Stat label={roomStats.waiting}>{count(room.waiting)}</Stat>
        <Stat label={roomStats.choosing}>{count(room.choosing)}</Stat>
        <Stat label={roomStats.reserved}>{count(room.used)}</Stat>
        <Stat label={roomStats.letInPerMinute}>{count(room.pace)}</Stat>
      </dl>
      <p className="text-sm text-muted text-pretty">
        {`${count(room.letIn)} let in so far, ${count(room.over)} of them let their turn run out. ${
          room.wait
            ? `Whoever joins now waits: ${formatWaitEstimate(room.wait).toLowerCase()}.`
            : "Nobody is let in at the moment."
        }`}
      </p>
    </div>
  );
}
