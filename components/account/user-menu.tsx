"use client";

import { useSyncExternalStore } from "react";
import { SignInLink } from "./sign-in-link";
import { ViewerMenu } from "./viewer-menu";

function subscribe(onChange: () => void) {
  // Signing in or out, here or in another tab. Browsers without it catch up at the next page load.
  window.cookieStore?.addEventListener("change", onChange);
  return () => window.cookieStore?.removeEventListener("change", onChange);
}

/** Left at sign-in; a new value each time, so that a changed name is fetched again. */
function signInHint() {
  return /(?:^|; )quorix-signed-in=([^;]+)/.exec(document.cookie)?.[1] ?? null;
}

/** The header's corner. The header is the same static file for everybody, so it says "Sign in" until it knows. */
export function UserMenu() {
  const hint = useSyncExternalStore(subscribe, signInHint, () => null);
  return <div className="flex min-w-20 justify-end">{hint ? <ViewerMenu key={hint} /> : <SignInLink />}</div>;
}
