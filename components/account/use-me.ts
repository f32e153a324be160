"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { clearDeviceData } from "@/components/check-in/clear-device-data";

type Me = { name: string; timeZone: string | null; isSuperuser: boolean };

/** Null is nobody; undefined, that there was no answer. */
type Answer = Me | null | undefined;

let pendingRequest: { hint: string; answer: Promise<Answer> } | null = null;

/** One request for all parts of a page, and another after each sign-in and each change of the account. */
function fetchMeOnce(hint: string) {
  if (pendingRequest?.hint !== hint) {
    const answer = fetch("/api/me")
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    pendingRequest = { hint, answer };
    // Whoever comes next tries again.
    void answer.then((me) => {
      if (me === undefined) pendingRequest = null;
    });
  }
  return pendingRequest.answer;
}

function subscribe(onChange: () => void) {
  // Signing in or out, here or in another tab. Browsers without it catch up at the next page load.
  window.cookieStore?.addEventListener("change", onChange);
  return () => window.cookieStore?.removeEventListener("change", onChange);
}

/** Left at sign-in; a new value each time, so that a changed name is fetched again. */
export function readSignedInHint() {
  return /(?:^|; )quorix-signed-in=([^;]+)/.exec(document.cookie)?.[1] ?? null;
}

/** Who is signed in, for parts of pages that are the same file for everybody. Undefined while that is not known. */
export function useMe(): Answer {
  const hint = useSyncExternalStore(subscribe, readSignedInHint, () => null);
  const [known, setKnown] = useState<{ hint: string; me: Answer }>();

  useEffect(() => {
    if (!hint) {
      // Not by `hint` alone, which is also null while the page wakes up.
      if (!readSignedInHint()) void clearDeviceData();
      return;
    }
    let isLatest = true;
    void fetchMeOnce(hint).then((me) => {
      if (isLatest) setKnown({ hint, me });
    });
    return () => {
      isLatest = false;
    };
  }, [hint]);

  if (!hint) return null;
  return known?.hint === hint ? known.me : undefined;
}
