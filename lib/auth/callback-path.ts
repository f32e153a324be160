/** Only ever resolved against, never visited. */
const BASE = "http://callback.invalid";

/** An address that is led to in a header must fit in it. */
const LONGEST = 4_000;

/** Whether something is, or leads within us to, an address of the web at all. */
export function isWebAddress(value: string, origin: string): boolean {
  return (
    URL.canParse(value, value.startsWith("/") ? origin : undefined) && /^https?:/.test(new URL(value, origin).protocol)
  );
}

/**
 * The path within this application that a `callbackUrl` names, or "/". Accepts a single-slash path, or an absolute
 * address of `origin`; everything a browser could read as another host is refused.
 */
export function callbackPath(value: unknown, origin?: string): string {
  if (typeof value !== "string" || value.length > LONGEST) return "/";
  const path = origin && value.startsWith(`${origin}/`) ? value.slice(origin.length) : value;
  // Browsers drop control characters and read "\" as "/", which would turn these into "//host".
  if (!/^\/(?![/\\])/.test(path) || /\p{Cc}/u.test(path)) return "/";
  const url = new URL(path, BASE);
  return url.origin === BASE && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : "/";
}
