import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { roomSteps } from "@/texts/waiting-room";

/** How the waiting room works, for visitors who wait or can join. */
export function RoomSteps({ state, admissionMinutes }: { state: QueueStatus["state"]; admissionMinutes: number }) {
  if (state !== "waiting" && state !== "lobby" && state !== "outside" && state !== "early") return null;
  return (
    <section aria-labelledby="steps-title" className="grid gap-3">
      <h2 id="steps-title" className="text-xl">
        {roomSteps.title}
      </h2>
      <ul className="grid list-disc gap-2 ps-5 text-muted text-pretty marker:text-accent">
        <li>{roomSteps.place}</li>
        <li>{roomSteps.turn(admissionMinutes)}</li>
        <li>{roomSteps.signIn}</li>
        <li>{roomSteps.away}</li>
      </ul>
    </section>
  );
}
