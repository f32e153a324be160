import { InngestTestEngine } from "@inngest/test";

type Options = ConstructorParameters<typeof InngestTestEngine>[0];

/** Runs one Inngest function to its end, or to its first failed attempt, on one event. */
export async function runFunction(
  fn: Options["function"],
  event: { name: string; data?: Record<string, unknown> } = { name: "inngest/scheduled.timer" },
  steps: Options["steps"] = [],
) {
  // The engine adds every step that ran to the array it is given.
  return new InngestTestEngine({ function: fn, events: [event], steps: [...steps] }).execute();
}
