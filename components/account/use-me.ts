"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { clearDeviceData } from "@/components/check-in/clear-device-data";

type Me = { name: string; timeZone: string | null; isSuperuser: boolean };

/** Null: signed out. Undefined: no response. */
type Answer = Me | null | undefined;

const RETRIES_MS = [1_000, 3_000, 10_000];

let pendingRequest: { hint: string; answer: Promise<Answer> } | null = null;

async function fetchMe(): Promise<Answer> {
  for (const waitMs of [...RETRIES_MS, null]) {
    const response = await fetch("/api/me").catch(() => null);
    if (response?.ok) return response.json();
    if (waitMs !== null) await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return undefined;
}

/** One request for all parts of a page, and another after each sign-in or change of the account. */
function fetchMeOnce(hint: string) {
  if (pendingRequest?.hint !== hint) {
    const answer = fetchMe();
    pendingRequest = { hint, answer };
    // The next call retries.
    void answer.then((me) => {
      if (me === undefined) pendingRequest = null;
    });
  }
  return pendingRequest.answer;
}

function subscribe(onChange: () => void) {
  // Signing in or out, here or in another tab. Browsers without this API notice at the next page load.
  window.cookieStore?.addEventListener("change", onChange);
  return () => window.cookieStore?.removeEventListener("change", onChange);
}

/** Set at sign-in, with a new value each time, so that a changed name is fetched again. */
export function readSignedInHint() {
  return /(?:^|; )quorix-signed-in=([^;]+)/.exec(document.cookie)?.[1] ?? null;
}

/** The signed-in user, for static pages. Undefined while unknown. */
export function useMe(): Answer {
  const hint = useSyncExternalStore(subscribe, readSignedInHint, () => null);
  const [known, setKnown] = useState<{ hint: string; me: Answer }>();

  useEffect(() => {
    if (!hint) {
      // `hint` is also null during hydration, so the cookie is read again.
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
