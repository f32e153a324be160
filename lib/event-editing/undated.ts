/** Where a draft without a date stands in the lists: at their end. Its row needs one, and nobody is shown this one. */
export const undatedStart = new Date("9999-12-01T00:00:00Z");

export function isUndated(event: { startsAt: Date }) {
  return event.startsAt.getUTCFullYear() === 9999;
}
