import { Countdown } from "@/components/ui/countdown";
import { roomPaths } from "@/lib/waiting-room/paths";
import { admittedNote } from "@/texts/waiting-room";

/**
 * For how long whoever was let in may reserve. `until`: in milliseconds, null before the page knows, and where it never
 * will, as there are no scripts: then it says where everybody has to come in.
 */
export function AdmittedNote({ slug, until, skew }: { slug: string; until: number | null; skew: number }) {
  if (until === null) {
    return (
      <p className="pb-3 text-sm text-muted text-pretty">
        {admittedNote.visitorsAreLetInOne}{" "}
        <a href={roomPaths(slug, null).page} rel="nofollow" className="font-semibold text-accent underline">
          {admittedNote.goToTheWaitingRoom}
        </a>
      </p>
    );
  }
  return (
    <p className="mb-3 rounded-control bg-positive-soft px-4 py-3">
      <span className="font-semibold text-positive">{admittedNote.itIsYourTurn}</span>
      <Countdown until={new Date(until - skew).toISOString()} />
      {admittedNote.leftToReserve}
    </p>
  );
}
