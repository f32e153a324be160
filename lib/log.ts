type Level = "debug" | "info" | "warn" | "error";
type Fields = Record<string, string | number | boolean | null | undefined>;

const severity: Record<Level, number> = { debug: 10, info: 20, warn: 30, error: 40 };

function write(level: Level, event: string, fields: Fields) {
  // Not from lib/env, so that logging works before and without a complete environment.
  const least = severity[(process.env.LOG_LEVEL as Level | undefined) ?? "info"] ?? severity.info;
  if (severity[level] < least) return;
  console[level](JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }));
}

/** One line of JSON per event. Ids, codes and durations only: never a name, an address or a token. */
export const log = {
  debug: (event: string, fields: Fields = {}) => write("debug", event, fields),
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  warn: (event: string, fields: Fields = {}) => write("warn", event, fields),
  error: (event: string, fields: Fields = {}) => write("error", event, fields),
};
