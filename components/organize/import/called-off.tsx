import { useId } from "react";
import type { Preview } from "@/lib/event-import/answers";
import { HereLine } from "./here-line";
import { ShownSome } from "./shown-some";

/** Events that the calendar calls off: whether they are cancelled here is decided where their bookings are shown. */
export function CalledOff({ preview }: { preview: Preview }) {
  const { cancelled } = preview.again;
  const titleId = useId();
  if (cancelled.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className="grid gap-3">
      <h3 id={titleId} className="text-xl">
        Cancelled in the calendar
      </h3>
      <p className="max-w-prose text-muted text-pretty">
        Nothing happens to them here. Open an event to cancel it, and to see whom that affects.
      </p>
      <div className="rounded-card border border-line bg-surface">
        <ShownSome items={cancelled}>
          {({ here }) => (
            <li key={here.slug} className="border-b border-line px-5 py-4 last:border-0">
              <HereLine here={here} />
            </li>
          )}
        </ShownSome>
      </div>
    </section>
  );
}
