import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { EventForm } from "@/lib/event-editing/form";
import { parseInstant } from "@/lib/event-editing/schema";
import { wallClock } from "@/lib/time/wall-clock";
import { ticketTypeSale } from "@/texts/event-editor";

/** A ticket type with bookings can't be deleted: its sales are stopped, and can be resumed. */
export function TicketTypeSale({ index }: { index: number }) {
  const { control, setValue, getValues, trigger } = useFormContext<EventForm>();
  const name = `ticketTypes.${index}.salesEndAt` as const;
  const ends = useWatch({ control, name });
  const zone = useWatch({ control, name: "timeZone" });
  // The time of the last render is exact enough: a sale ends on the minute.
  const [now, setNow] = useState(() => Date.now());
  const endsAt = parseInstant(ends, zone);
  const isClosed = endsAt !== null && endsAt.getTime() <= now;

  function set(wall: string) {
    setValue(name, wall, { shouldDirty: true, shouldTouch: true });
    trigger(name);
  }

  function close() {
    const at = new Date();
    setNow(at.getTime());
    set(wallClock(at, getValues("timeZone")));
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 noscript:hidden">
      {isClosed ? <Badge>{ticketTypeSale.closed}</Badge> : null}
      <p className="me-auto text-sm text-muted">{isClosed ? ticketTypeSale.closedHint : ticketTypeSale.openHint}</p>
      <Button variant="secondary" size="sm" onClick={isClosed ? () => set("") : close}>
        {isClosed ? ticketTypeSale.reopen : ticketTypeSale.close}
      </Button>
    </div>
  );
}
