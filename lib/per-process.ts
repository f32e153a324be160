const processGlobals = globalThis as typeof globalThis & { quorixPerProcess?: Map<string, unknown> };

/**
 * One of a kind for the whole process. A module's own variable is not: Next compiles pages, with their actions, apart
 * from route handlers, and each has modules of its own. In development a changed module makes its own anew.
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
