"use client";

import { type ReactNode, useLayoutEffect, useState } from "react";

/**
 * The router hides pages that are left and keeps their DOM. Unmounts its children, so that no typed password stays
 * behind and a form starts afresh.
 */
export function ResetWhenHidden({ children }: { children: ReactNode }) {
  const [isHidden, setIsHidden] = useState(false);
  useLayoutEffect(() => {
    setIsHidden(false);
    return () => setIsHidden(true);
  }, []);
  return isHidden ? null : children;
}
