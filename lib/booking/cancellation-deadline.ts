type Event = { startsAt: Date; cancellationCutoffHours: number };

/** Until when the owner may cancel a confirmed booking. */
export function cancellationDeadline(event: Event) {
  return new Date(event.startsAt.getTime() - event.cancellationCutoffHours * 3_600_000);
}

/** Whether the owner of a confirmed booking may cancel it at `now`. */
export function canCancel(event: Event, now: Date) {
  return now < cancellationDeadline(event);
}
