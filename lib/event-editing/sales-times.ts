type Window = { salesStartAt: Date | null; salesEndAt: Date | null };
type Sales = Window & { startsAt: Date; endsAt: Date };
type Types = (Window & { code: string })[];

const isSame = (one: Date | null | undefined, other: Date | null) => one?.getTime() === other?.getTime();

/** Whether an event, or one of its ticket types, is to be sold at other times than before. */
export function sellsAtOtherTimes(before: Sales, after: Sales, types: { before: Types; after: Types }) {
  const times = ["startsAt", "endsAt", "salesStartAt", "salesEndAt"] as const;
  if (times.some((time) => !isSame(before[time], after[time]))) return true;
  return types.after.some(({ code, salesStartAt, salesEndAt }) => {
    const known = types.before.find((type) => type.code === code);
    return !known || !isSame(known.salesStartAt, salesStartAt) || !isSame(known.salesEndAt, salesEndAt);
  });
}
