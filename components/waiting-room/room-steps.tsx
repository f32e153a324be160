import type { QueueStatus } from "@/lib/waiting-room/queue-status";

/** What happens next, and what one need not worry about. */
export function RoomSteps({ state, admissionMinutes }: { state: QueueStatus["state"]; admissionMinutes: number }) {
  if (state !== "waiting" && state !== "lobby" && state !== "outside" && state !== "early") return null;
  return (
    <section aria-labelledby="steps-title" className="grid gap-3">
      <h2 id="steps-title" className="text-xl">
        How it works
      </h2>
      <ul className="grid list-disc gap-2 ps-5 text-muted text-pretty marker:text-accent">
        <li>Your place belongs to this browser. Reload, close the lid or open a second tab: it stays yours.</li>
        <li>{`When it is your turn, this page takes you to the tickets. You have ${admissionMinutes} minutes to reserve.`}</li>
        <li>You sign in only then. No account is needed to wait.</li>
        <li>If you are away when it is your turn, others go first, and you are next when you come back.</li>
      </ul>
    </section>
  );
}
