"use client";

import { useEffect } from "react";
import { signInHint } from "./use-me";

/** A page that the browser kept in its memory is loaded anew where somebody else, or nobody, is signed in by now. */
export function KeptPage() {
  useEffect(() => {
    let left: string | null = null;
    const onHide = () => {
      left = signInHint();
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted && signInHint() !== left) window.location.reload();
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
