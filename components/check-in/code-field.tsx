"use client";

import { type FormEvent, type KeyboardEvent as KeyboardEventOfReact, useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { inputClasses } from "@/components/ui/control-classes";
import { Spinner } from "@/components/ui/spinner";
import { readCodes, splitCodes } from "@/lib/tickets/code-readings";
import { codeField } from "@/texts/check-in";

/** A slower average means that a person is typing. */
const MAX_SCANNER_MS_PER_KEY = 60;

/**
 * Takes codes from a person or from a scanner that acts as a keyboard. On devices with a keyboard it has the focus, and
 * takes it back when keys are pressed while nothing else has it.
 */
export function CodeField({
  isOpen,
  isBusy,
  onScan,
  onDismiss,
}: {
  isOpen: boolean;
  isBusy: boolean;
  onScan: (text: string) => void;
  onDismiss: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const typing = useRef({ since: 0, keys: 0 });

  useEffect(() => {
    if (!isOpen) return;
    // On a phone, focus would open the keyboard over the camera.
    if (matchMedia("(pointer: fine)").matches) field.current?.focus();
    function onKeyDown({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) {
      const isFree = target === document.body || (target instanceof Element && target.id === "content");
      if (isFree && key.length === 1 && !ctrlKey && !metaKey && !altKey) field.current?.focus();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isOpen]);

  function submit(submitted: FormEvent<HTMLFormElement>) {
    submitted.preventDefault();
    const text = field.current?.value.trim() ?? "";
    // Enter in the empty field goes on to the next scan.
    if (!text) return onDismiss();
    if (field.current) field.current.value = "";
    typing.current = { since: 0, keys: 0 };
    if (document.activeElement !== field.current && matchMedia("(pointer: fine)").matches) field.current?.focus();
    onScan(text);
  }

  /** Many scanners end with Tab instead of Enter. From a person, Tab moves the focus as usual. */
  function onKeyDown(pressed: KeyboardEventOfReact<HTMLInputElement>) {
    const { key, shiftKey, ctrlKey, metaKey, altKey, timeStamp } = pressed;
    const text = field.current?.value ?? "";
    if (key.length === 1) {
      if (text === "") typing.current = { since: timeStamp, keys: 0 };
      typing.current.keys += 1;
    }
    if (key !== "Tab" || shiftKey || ctrlKey || metaKey || altKey) return;
    const isTypedByPerson = timeStamp - typing.current.since > MAX_SCANNER_MS_PER_KEY * typing.current.keys;
    if (readCodes(text).length === 0 && splitCodes(text).length === 1) return;
    if (typing.current.keys > 0 && isTypedByPerson) return;
    pressed.preventDefault();
    form.current?.requestSubmit();
  }

  return (
    <form ref={form} onSubmit={submit} className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {codeField.label}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          name="code"
          onKeyDown={onKeyDown}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={codeField.example}
          className={`${inputClasses} min-w-0 flex-1 text-lg tracking-wide uppercase tabular-nums placeholder:normal-case`}
        />
        <Button type="submit" aria-busy={isBusy || undefined}>
          {/* Not disabled, as Enter would then do nothing. */}
          {isBusy ? <Spinner /> : null}
          <span>{codeField.submit}</span>
        </Button>
      </div>
    </form>
  );
}
