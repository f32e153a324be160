import type { Route } from "next";

/** Only ever resolved against, never visited. */
const BASE = "http://callback.invalid";

/** An address that is led to in a header must fit in it. */
const MAX_LENGTH = 4_000;

/** Whether something is, or leads within us to, an address of the web at all. */
export function isHttpUrl(value: string, origin: string): boolean {
  return (
    URL.canParse(value, value.startsWith("/") ? origin : undefined) && /^https?:/.test(new URL(value, origin).protocol)
  );
}

/**
 * The path within this application that a `callbackUrl` names, or "/". Accepts a single-slash path, or an absolute
 * address of `origin`; everything a browser could read as another host is refused.
 */
export function safeCallbackPath(value: unknown, origin?: string): string {
  if (typeof value !== "string" || value.length > MAX_LENGTH) return "/";
  const path = origin && value.startsWith(`${origin}/`) ? value.slice(origin.length) : value;
  // Browsers drop control characters and read "\" as "/", which would turn these into "//host".
  if (!/^\/(?![/\\])/.test(path) || /\p{Cc}/u.test(path)) return "/";
  const url = new URL(path, BASE);
  return url.origin === BASE && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : "/";
}

/** The sign-in page, leading back to `callbackPath` afterwards. */
export function signInPath(callbackPath: string): Route {
  return `/sign-in?callbackUrl=${encodeURIComponent(callbackPath)}` as Route;
}

/** The account page, saying that the password is a new one. */
export const passwordChangedPath = "/account?changed=password";
