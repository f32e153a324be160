"use client";

import { Check, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";
import { scanResultScreen } from "@/texts/check-in";
import type { CheckInSession } from "./check-in-session";
import type { CheckInEvent, CheckInState, ScanResult } from "./check-in-types";
import { messageForScanResult, type Tone } from "./scan-result-messages";

/** How long a result stays; refusals take longer to explain. */
const SHOWN_MS: Record<Tone, number> = { go: 2_500, wait: 7_000, stop: 7_000 };

const tones: Record<Tone, { fill: string; button: string; Icon: typeof Check }> = {
  go: { fill: "bg-go text-go-ink", button: "border-go-ink hover:bg-black/15", Icon: Check },
  wait: { fill: "bg-wait text-wait-ink", button: "border-wait-ink hover:bg-black/10", Icon: TriangleAlert },
  stop: { fill: "bg-stop text-stop-ink", button: "border-stop-ink hover:bg-black/15", Icon: X },
};

const buttonClassNames =
  "inline-flex min-h-14 min-w-36 items-center justify-center rounded-control border-2 px-6 text-lg font-semibold outline-current";

/** Shows results over the whole screen, by colour, icon and text. Several at once share it. */
export function ScanResultScreen({
  session,
  state,
  event,
}: {
  session: CheckInSession;
  state: CheckInState;
  event: CheckInEvent;
}) {
  const { results } = state;
  const [isHeld, setIsHeld] = useState(false);
  const isShown = results.length > 0;
  const isAsking = results.some(({ outcome }) => outcome === "other_day");
  const times = results.map((result) => SHOWN_MS[messageForScanResult(result, event).tone]);
  const staysMs = isShown && !isHeld && !isAsking ? Math.max(...times) : null;

  useEffect(() => {
    if (results.length === 0 || staysMs === null) return;
    const timer = setTimeout(() => session.dismiss(), staysMs);
    return () => clearTimeout(timer);
  }, [session, results, staysMs]);

  useEffect(() => {
    if (!isShown) return setIsHeld(false);
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === "Escape") session.dismiss();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [session, isShown]);

  return (
    <>
      <div role="alert" className="sr-only">
        {results.map((result) => {
          const { title, detail } = messageForScanResult(result, event);
          const spoken = [title, result.holderName, result.typeName, detail].filter(Boolean).join(". ");
          return <p key={result.id}>{spoken}</p>;
        })}
      </div>
      {isShown ? (
        <div className="fixed inset-0 z-40 grid auto-rows-fr grid-cols-1 overflow-y-auto landscape:auto-cols-fr landscape:grid-flow-col">
          {results.map((result, at) => (
            // A new panel for each scan, so that two refusals in a row do not look like one.
            <ScanResultPanel
              key={result.id}
              result={result}
              session={session}
              state={state}
              event={event}
              isLarge={results.length === 1}
              isLast={at === results.length - 1}
              onHold={setIsHeld}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

function ScanResultPanel({
  result,
  session,
  state,
  event,
  isLarge,
  isLast,
  onHold,
}: {
  result: ScanResult;
  session: CheckInSession;
  state: CheckInState;
  event: CheckInEvent;
  isLarge: boolean;
  isLast: boolean;
  /** The focus is on one of its buttons: it stays open. */
  onHold: (isHeld: boolean) => void;
}) {
  const message = messageForScanResult(result, event);
  const { fill, button: outline, Icon } = tones[message.tone];
  const undoable = state.recent.find(({ id, isUndone }) => id === result.id && !isUndone);
  const sizes = isLarge
    ? { icon: "size-28 [@media(max-height:500px)]:size-14", title: "text-5xl [@media(max-height:500px)]:text-4xl" }
    : { icon: "size-12", title: "text-3xl" };
  return (
    <section
      aria-label={scanResultScreen.label}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
      className={`animate-verdict ${fill}`}
    >
      <div
        className={`mx-auto grid min-h-full max-w-2xl content-center justify-items-center text-center landscape:gap-3 ${isLarge ? "gap-5 p-6" : "gap-2 p-4"}`}
      >
        <Icon aria-hidden="true" strokeWidth={3} className={sizes.icon} />
        <h2 className={`font-bold ${sizes.title}`}>{message.title}</h2>
        {result.holderName ? (
          <p className="grid gap-1">
            <strong
              dir="auto"
              translate="no"
              className={`leading-tight font-semibold wrap-anywhere ${isLarge ? "text-3xl" : "text-2xl"}`}
            >
              {result.holderName}
            </strong>
            <bdi className={`wrap-anywhere ${isLarge ? "text-xl" : ""}`}>{result.typeName}</bdi>
          </p>
        ) : null}
        {message.detail ? <p className="max-w-prose text-lg text-balance wrap-anywhere">{message.detail}</p> : null}
        <p className="flex flex-wrap justify-center gap-3 pt-3">
          {result.outcome === "other_day" ? (
            <button
              type="button"
              onClick={() => void session.scan(result.ticket, { anyDay: true })}
              className={`${buttonClassNames} ${outline}`}
            >
              {scanResultScreen.letInAnyway}
            </button>
          ) : null}
          {undoable ? (
            <button
              type="button"
              aria-label={isLarge ? undefined : scanResultScreen.undoLabel(undoable.holderName)}
              onClick={() => void session.undo(undoable)}
              className={`${buttonClassNames} ${outline}`}
            >
              {scanResultScreen.undo}
            </button>
          ) : null}
          {isLast ? (
            <button type="button" onClick={() => session.dismiss()} className={`${buttonClassNames} ${outline}`}>
              {scanResultScreen.next}
            </button>
          ) : null}
        </p>
      </div>
    </section>
  );
}
