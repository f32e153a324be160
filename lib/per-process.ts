const processGlobals = globalThis as typeof globalThis & { quorixPerProcess?: Map<string, unknown> };

/**
 * A singleton per process. A module's variable is not enough: Next.js compiles pages and their actions separately from
 * route handlers, each with its own copy of the module. In development, a changed module creates a new one.
 */
export function perProcess<Value>(name: string, make: () => Value): Value {
  if (process.env.NODE_ENV !== "production") return make();
  processGlobals.quorixPerProcess ??= new Map();
  const values = processGlobals.quorixPerProcess as Map<string, Value>;
  const known = values.get(name);
  if (known !== undefined) return known;
  const made = make();
  values.set(name, made);
  return made;
}
