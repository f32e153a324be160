/** Each call and its caller agree on their own arguments. */
type Calls = Record<string, (input: never) => unknown>;

/** Has this process answer the calls of its parent, one at a time, until the parent is gone. */
export function answer(calls: Calls) {
  process.on("message", async (message) => {
    const { call, input } = message as { call: string; input: never };
    process.send?.({ answer: await calls[call]?.(input) });
  });
  process.once("disconnect", () => process.exit(0));
  process.send?.("ready");
}
