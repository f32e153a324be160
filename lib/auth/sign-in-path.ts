import type { Route } from "next";

/** The sign-in page, leading back to `callbackPath` afterwards. */
export function signInPath(callbackPath: string): Route {
  return `/sign-in?callbackUrl=${encodeURIComponent(callbackPath)}` as Route;
}

/** The account page, saying that the password is a new one. */
export const passwordChangedPath = "/account?changed=password";
