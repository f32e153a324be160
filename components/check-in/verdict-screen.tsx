"use client";

import { Check, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { Door } from "./door";
import type { DoorEvent, DoorState } from "./door-types";
import { type Tone, verdictWords } from "./verdict-words";

/** How long it stays before the scanner is back; a refusal takes longer to explain than a welcome. */
const STAYS_MS: Record<Tone, number> = { go: 2_500, wait: 7_000, stop: 7_000 };

const tones: Record<Tone, { fill: string; button: string; Icon: typeof Check }> = {
  go: { fill: "bg-go text-go-ink", button: "border-go-ink hover:bg-black/15", Icon: Check },
  wait: { fill: "bg-wait text-wait-ink", button: "border-wait-ink hover:bg-black/10", Icon: TriangleAlert },
  stop: { fill: "bg-stop text-stop-ink", button: "border-stop-ink hover:bg-black/15", Icon: X },
};

const button =
  "inline-flex min-h-14 min-w-36 items-center justify-center rounded-control border-2 px-6 text-lg font-semibold outline-current";

/** What came of a scan, over the whole screen: in colour, with a sign and in words. */
export function VerdictScreen({ door, state, event }: { door: Door; state: DoorState; event: DoorEvent }) {
  const { verdict, recent } = state;
  const [isHeld, setIsHeld] = useState(false);
  const words = verdict && verdictWords(verdict, event);
  const isAsking = verdict?.outcome === "other_day";
  const staysMs = words && !isHeld && !isAsking ? STAYS_MS[words.tone] : null;

  useEffect(() => {
    if (!verdict || staysMs === null) return;
    const timer = setTimeout(() => door.dismiss(), staysMs);
    return () => clearTimeout(timer);
  }, [door, verdict, staysMs]);

  useEffect(() => {
    if (!verdict) return setIsHeld(false);
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === "Escape") door.dismiss();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [door, verdict]);

  const undoable = verdict && recent.find(({ id, isUndone }) => id === verdict.id && !isUndone);
  const spoken =
    words && [words.title, verdict?.holderName, verdict?.typeName, words.detail].filter(Boolean).join(". ");
  const { fill = "", button: outline = "", Icon = Check } = words ? tones[words.tone] : {};

  return (
    <>
      <div role="alert" className="sr-only">
        {verdict ? <p key={verdict.id}>{spoken}</p> : null}
      </div>
      {verdict && words ? (
        // Another one each time: two refusals in a row must not look like one.
        <section
          key={verdict.id}
          aria-label="Result"
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
          className={`fixed inset-0 z-40 animate-verdict overflow-y-auto ${fill}`}
        >
          <div className="mx-auto grid min-h-full max-w-2xl content-center justify-items-center gap-5 p-6 text-center landscape:gap-3">
            <Icon aria-hidden="true" strokeWidth={3} className="size-28 [@media(max-height:500px)]:size-14" />
            <h2 className="text-5xl font-bold [@media(max-height:500px)]:text-4xl">{words.title}</h2>
            {verdict.holderName ? (
              <p className="grid gap-1">
                <strong dir="auto" translate="no" className="text-3xl leading-tight font-semibold wrap-anywhere">
                  {verdict.holderName}
                </strong>
                <bdi className="text-xl wrap-anywhere">{verdict.typeName}</bdi>
              </p>
            ) : null}
            {words.detail ? <p className="max-w-prose text-lg text-balance wrap-anywhere">{words.detail}</p> : null}
            <p className="flex flex-wrap justify-center gap-3 pt-3">
              {isAsking ? (
                <button
                  type="button"
                  onClick={() => void door.scan(verdict.ticket, { anyDay: true })}
                  className={`${button} ${outline}`}
                >
                  Let in anyway
                </button>
              ) : null}
              {undoable ? (
                <button type="button" onClick={() => void door.undo(undoable)} className={`${button} ${outline}`}>
                  Undo
                </button>
              ) : null}
              <button type="button" onClick={() => door.dismiss()} className={`${button} ${outline}`}>
                Next
              </button>
            </p>
          </div>
        </section>
      ) : null}
    </>
  );
}
