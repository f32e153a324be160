/** Until when the owner may cancel a confirmed booking. */
export function cancellationDeadline(event: { startsAt: Date; cancellationCutoffHours: number }) {
  return new Date(event.startsAt.getTime() - event.cancellationCutoffHours * 3_600_000);
}
