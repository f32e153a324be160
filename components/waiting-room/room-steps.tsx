import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { roomSteps } from "@/texts/waiting-room";

/** What happens next, and what one need not worry about. */
export function RoomSteps({ state, admissionMinutes }: { state: QueueStatus["state"]; admissionMinutes: number }) {
  if (state !== "waiting" && state !== "lobby" && state !== "outside" && state !== "early") return null;
  return (
    <section aria-labelledby="steps-title" className="grid gap-3">
      <h2 id="steps-title" className="text-xl">
        {roomSteps.howItWorks}
      </h2>
      <ul className="grid list-disc gap-2 ps-5 text-muted text-pretty marker:text-accent">
        <li>{roomSteps.yourPlaceBelongsToThis}</li>
        <li>{roomSteps.whenItIsYourTurn(admissionMinutes)}</li>
        <li>{roomSteps.youSignInOnlyThen}</li>
        <li>{roomSteps.ifYouAreAwayWhen}</li>
      </ul>
    </section>
  );
}
