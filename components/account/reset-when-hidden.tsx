"use client";

import { type ReactNode, useLayoutEffect, useState } from "react";

/**
 * The router hides a page that is left and keeps its document. A form with a password in it must not stay there,
 * nor "check your mail" greet whoever comes back: what is inside goes when the page does, and starts afresh.
 */
export function ResetWhenHidden({ children }: { children: ReactNode }) {
  const [isHidden, setIsHidden] = useState(false);
  useLayoutEffect(() => {
    setIsHidden(false);
    return () => setIsHidden(true);
  }, []);
  return isHidden ? null : children;
}
