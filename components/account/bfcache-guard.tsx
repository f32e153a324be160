"use client";

import { useEffect } from "react";
import { readSignedInHint } from "./use-me";

/** Reloads a page that the browser restores from its bfcache if the signed-in user has changed. */
export function BfcacheGuard() {
  useEffect(() => {
    let hintAtHide: string | null = null;
    const onHide = () => {
      hintAtHide = readSignedInHint();
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted && readSignedInHint() !== hintAtHide) window.location.reload();
    };
    window.addEventListener("pagehide", onHide);
    window.addEventListener("pageshow", onShow);
    return () => {
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("pageshow", onShow);
    };
  }, []);
  return null;
}
