import type { Route } from "next";

/** Paths are resolved against it. Never requested. */
const BASE = "http://callback.invalid";

/** The address of a redirect has to fit into a header. */
const MAX_LENGTH = 4_000;

/** Whether a value is an absolute HTTP address, or a path that leads to one of ours. */
export function isHttpUrl(value: string, origin: string): boolean {
  return (
    URL.canParse(value, value.startsWith("/") ? origin : undefined) && /^https?:/.test(new URL(value, origin).protocol)
  );
}

/**
 * The path within this application that a `callbackUrl` names, or "/". Accepts a path, or an absolute address of
 * `origin`, and refuses everything that a browser could read as another host.
 */
export function safeCallbackPath(value: unknown, origin?: string): string {
  if (typeof value !== "string" || value.length > MAX_LENGTH) return "/";
  const path = origin && value.startsWith(`${origin}/`) ? value.slice(origin.length) : value;
  // Browsers drop control characters and read "\" as "/", which could make "//host" of a path.
  if (!/^\/(?![/\\])/.test(path) || /\p{Cc}/u.test(path)) return "/";
  const url = new URL(path, BASE);
  return url.origin === BASE && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : "/";
}

/** The sign-in page, leading back to `callbackPath` afterwards. */
export function signInPath(callbackPath: string): Route {
  return `/sign-in?callbackUrl=${encodeURIComponent(callbackPath)}` as Route;
}

/** The account page with a notice that the password was changed. */
export const passwordChangedPath = "/account?changed=password";
