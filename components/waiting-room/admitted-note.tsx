import { Countdown } from "@/components/ui/countdown";
import { RichText } from "@/components/ui/rich-text";
import { roomPaths } from "@/lib/waiting-room/paths";
import { admittedNote } from "@/texts/waiting-room";

/**
 * How long an admitted visitor has left to reserve. `until` is in milliseconds. It is null before the script has run and
 * without scripts: then the note links to the waiting room.
 */
export function AdmittedNote({ slug, until, skew }: { slug: string; until: number | null; skew: number }) {
  if (until === null) {
    return (
      <p className="pb-3 text-sm text-muted text-pretty">
        {admittedNote.intro}{" "}
        <a href={roomPaths(slug, null).page} rel="nofollow" className="font-semibold text-accent underline">
          {admittedNote.goToWaitingRoom}
        </a>
      </p>
    );
  }
  return (
    <p className="mb-3 rounded-control bg-positive-soft px-4 py-3">
      <span className="font-semibold text-positive">{admittedNote.yourTurn}</span>{" "}
      <RichText
        text={admittedNote.timeLeft}
        values={{ time: <Countdown until={new Date(until - skew).toISOString()} /> }}
      />
    </p>
  );
}
