"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { forgetLists } from "@/components/check-in/forget-lists";

type Me = { name: string; timeZone: string | null; isSuperuser: boolean };

/** Null is nobody; undefined, that there was no answer. */
type Answer = Me | null | undefined;

let asked: { hint: string; answer: Promise<Answer> } | null = null;

/** One request for all parts of a page, and another after each sign-in and each change of the account. */
function askOnce(hint: string) {
  if (asked?.hint !== hint) {
    const answer = fetch("/api/me")
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    asked = { hint, answer };
    // Whoever comes next tries again.
    void answer.then((me) => {
      if (me === undefined) asked = null;
    });
  }
  return asked.answer;
}

function subscribe(onChange: () => void) {
  // Signing in or out, here or in another tab. Browsers without it catch up at the next page load.
  window.cookieStore?.addEventListener("change", onChange);
  return () => window.cookieStore?.removeEventListener("change", onChange);
}

/** Left at sign-in; a new value each time, so that a changed name is fetched again. */
export function signInHint() {
  return /(?:^|; )quorix-signed-in=([^;]+)/.exec(document.cookie)?.[1] ?? null;
}

/** Who is signed in, for parts of pages that are the same file for everybody. Undefined while that is not known. */
export function useMe(): Answer {
  const hint = useSyncExternalStore(subscribe, signInHint, () => null);
  const [known, setKnown] = useState<{ hint: string; me: Answer }>();

  useEffect(() => {
    if (!hint) {
      // Not by `hint` alone, which is also null while the page wakes up.
      if (!signInHint()) void forgetLists();
      return;
    }
    let isLatest = true;
    void askOnce(hint).then((me) => {
      if (isLatest) setKnown({ hint, me });
    });
    return () => {
      isLatest = false;
    };
  }, [hint]);

  if (!hint) return null;
  return known?.hint === hint ? known.me : undefined;
}
