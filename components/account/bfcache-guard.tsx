"use client";

import { useEffect } from "react";
import { readSignedInHint } from "./use-me";

/** A page that the browser kept in its memory is loaded anew where somebody else, or nobody, is signed in by now. */
export function BfcacheGuard() {
  useEffect(() => {
    let left: string | null = null;
    const onHide = () => {
      left = readSignedInHint();
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted && readSignedInHint() !== left) window.location.reload();
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
