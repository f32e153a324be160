"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Takes the focus when it replaces a form, so that a screen reader continues there. */
export function FocusOnMount({ className, children }: { className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={`outline-none ${className}`}>
      {children}
    </div>
  );
}
