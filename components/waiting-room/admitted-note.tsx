import { Countdown } from "@/components/ui/countdown";
import { roomPaths } from "@/lib/waiting-room/paths";

/**
 * For how long whoever was let in may reserve. `until`: in milliseconds, null before the page knows, and where it never
 * will, as there are no scripts: then it says where everybody has to come in.
 */
export function AdmittedNote({ slug, until, skew }: { slug: string; until: number | null; skew: number }) {
  if (until === null) {
    return (
      <p className="pb-3 text-sm text-muted text-pretty">
        Visitors are let in one after another.{" "}
        <a href={roomPaths(slug, null).page} rel="nofollow" className="font-semibold text-accent underline">
          Go to the waiting room
        </a>
      </p>
    );
  }
  return (
    <p className="mb-3 rounded-control bg-positive-soft px-4 py-3">
      <span className="font-semibold text-positive">It is your turn. </span>
      <Countdown until={new Date(until - skew).toISOString()} /> left to reserve.
    </p>
  );
}
