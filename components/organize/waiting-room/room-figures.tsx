import type { ReactNode } from "react";
import { waitWords } from "@/components/waiting-room/room-words";
import type { DeskRoom } from "@/lib/waiting-room/desk";

type LiveRoom = Extract<DeskRoom, { stage: "lobby" | "open" }>;

const count = (value: number) => value.toLocaleString("en-GB");

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="font-display text-2xl font-semibold tabular-nums">{children}</dd>
    </div>
  );
}

/** Who waits, who is in, and how fast it goes. */
export function RoomFigures({ room }: { room: LiveRoom }) {
  if (room.stage === "lobby") {
    return (
      <dl className="grid grid-cols-2 gap-5">
        <Line label="In the lobby">{count(room.waiting)}</Line>
      </dl>
    );
  }
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-4">
        <Line label="Waiting">{count(room.waiting)}</Line>
        <Line label="Choosing">{count(room.choosing)}</Line>
        <Line label="Reserved">{count(room.used)}</Line>
        <Line label="Let in per minute">{count(room.pace)}</Line>
      </dl>
      <p className="text-sm text-muted text-pretty">
        {`${count(room.letIn)} let in so far, ${count(room.over)} of them let their turn run out. ${
          room.wait
            ? `Whoever joins now waits: ${waitWords(room.wait).toLowerCase()}.`
            : "Nobody is let in at the moment."
        }`}
      </p>
    </div>
  );
}
