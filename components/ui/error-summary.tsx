"use client";

import { useEffect, useEffectEvent, useRef } from "react";

export type SummaryError = { message: string /** Id of the control it belongs to. */; target?: string };

/**
 * Lists the errors of a form, each as a link to its field. When it appears, it takes the focus, or with `focusesFirst`
 * focuses the first field below it.
 */
export function ErrorSummary({
  title,
  errors,
  focusesFirst = false,
}: {
  title: string;
  errors: SummaryError[];
  focusesFirst?: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const appeared = useEffectEvent(() => {
    const first = focusesFirst && errors[0]?.target ? document.getElementById(errors[0].target) : null;
    if (!first) return box.current?.focus();
    box.current?.scrollIntoView();
    first.focus({ preventScroll: true });
  });
  useEffect(() => appeared(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="scroll-mt-24 rounded-control bg-danger-soft px-4 py-3">
      <p className="font-semibold text-danger">{title}</p>
      <ul className="mt-1 list-disc ps-5">
        {errors.map(({ message, target }) => (
          <li key={`${target}${message}`}>
            {target ? (
              <a href={`#${target}`} className="underline">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
