"use client";

import { useEffect, useRef, useState } from "react";
import type { ImportPreview, ImportRequestOptions, ImportSummary } from "@/lib/event-import/dto";
import { importLimits, MAX_FILE_SIZE_TEXT } from "@/lib/event-import/limits";
import { noReimportAnswers } from "@/lib/event-import/reimport-options";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { fileErrors } from "@/texts/import-problems";
import { type ImportSource, sendImport, sendPreview } from "./send-import";
import { readStoredMapping, storeMapping } from "./stored-mapping";

/** Prevents a request for every keystroke. */
const DEBOUNCE_MS = 300;

/** The answers that every new file starts with. */
const defaultAnswers = {
  mapping: null,
  encoding: null,
  dateOrder: null,
  zones: {},
  decimalMark: null,
  currencies: {},
  byPlace: { zone: true, currency: true },
  again: noReimportAnswers,
};

const tooLarge = failure("TOO_LARGE", fileErrors.tooLarge(MAX_FILE_SIZE_TEXT));

/**
 * An import from the file to its drafts. The file stays in the browser and is sent with each request: the server stores
 * nothing before the import is confirmed.
 */
export function useImport(initial: ImportRequestOptions) {
  const [source, setSource] = useState<ImportSource | null>(null);
  const [options, setOptions] = useState(initial);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [refusal, setRefusal] = useState<ActionFailure | null>(null);
  const [imported, setImported] = useState<ImportSummary | null>(null);
  const [working, setWorking] = useState<"checking" | "importing" | null>(null);
  const pending = useRef<AbortController>(new AbortController());

  const stop = () => pending.current.abort();
  useEffect(() => () => pending.current.abort(), []);

  async function check(file: ImportSource, asked: ImportRequestOptions, signal: AbortSignal) {
    const answer = await sendPreview(file, asked, signal);
    if (signal.aborted) return;
    if (answer.ok && asked.mapping === null && answer.preview.format === "table") {
      const mapping = readStoredMapping(answer.preview.columns);
      if (mapping) {
        const kept = { ...asked, mapping };
        setOptions(kept);
        return check(file, kept, signal);
      }
    }
    setWorking(null);
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) setPreview(answer.preview);
  }

  function begin(file: ImportSource, asked: ImportRequestOptions, afterMs: number) {
    stop();
    pending.current = new AbortController();
    const { signal } = pending.current;
    setOptions(asked);
    setWorking("checking");
    const timer = setTimeout(() => void check(file, asked, signal), afterMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  return {
    source,
    options,
    preview,
    refusal,
    imported,
    working,

    choose(file: ImportSource) {
      stop();
      setPreview(null);
      setImported(null);
      setRefusal(null);
      setSource(file);
      if (file.body.size > importLimits.bytes) return setRefusal(tooLarge);
      begin(file, { ...options, ...defaultAnswers }, 0);
    },

    change(changes: Partial<ImportRequestOptions>) {
      const next = { ...options, ...changes };
      if (changes.mapping && preview) storeMapping(preview.columns, changes.mapping);
      if (source) begin(source, next, DEBOUNCE_MS);
      else setOptions(next);
    },

    async confirm() {
      if (!source || working) return;
      setWorking("importing");
      const answer = await sendImport(source, options);
      setWorking(null);
      setRefusal(answer.ok ? null : answer);
      if (answer.ok) setImported(answer.imported);
    },

    /** Starts over; the defaults of the last file stay. */
    reset() {
      stop();
      setWorking(null);
      setSource(null);
      setPreview(null);
      setImported(null);
      setRefusal(null);
    },
  };
}

export type ImportJob = ReturnType<typeof useImport>;
