"use client";

import { useEffect, useRef } from "react";

export type SummedError = { message: string /** Id of the control it belongs to. */; target?: string };

/** Everything that is wrong with a form in one place, each a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ title, errors }: { title: string; errors: SummedError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-control bg-danger-soft px-4 py-3">
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
