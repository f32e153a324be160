import type { SaveResult } from "@/lib/event-editing/action-state";
import type { TheirVersion } from "@/lib/event-editing/current-event";
import type { EventForm } from "@/lib/event-editing/form";
import { isSameForm } from "@/lib/event-editing/same-form";

/** The last saved state. The slug is null until there is a draft. */
export type SavedForm = { slug: string | null; version: number; form: EventForm };

export type SaveState =
  | { kind: "idle" }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "failed"; message: string }
  | { kind: "conflict"; theirs: TheirVersion };

type Deps = {
  values: () => EventForm;
  send: (form: EventForm, saved: SavedForm) => Promise<SaveResult>;
  onState: (state: SaveState) => void;
  /** `isNew`: this save created the draft. */
  onSaved: (answer: Extract<SaveResult, { ok: true }>, isNew: boolean) => void;
};

const DEBOUNCE_MS = 1_000;
const RETRY_MS = 5_000;

/**
 * Saves a draft about a second after the last change, one request at a time. After a conflict it stops until the
 * organizer has resolved it; after an unreachable server or a timeout it retries.
 */
export class DraftSaver {
  saved: SavedForm;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The save in progress; resolves to whether it succeeded. */
  #sending: Promise<boolean> | null = null;
  #isConflict = false;
  readonly #deps: Deps;

  constructor(saved: SavedForm, deps: Deps) {
    this.saved = saved;
    this.#deps = deps;
  }

  scheduleSave() {
    if (this.#isConflict) return;
    if (this.isUpToDate()) return;
    if (!this.#sending) this.#deps.onState({ kind: "unsaved" });
    this.#schedule(DEBOUNCE_MS);
  }

  isUpToDate() {
    return isSameForm(this.#deps.values(), this.saved.form);
  }

  /** Saves now. Resolves to whether everything is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#isConflict) return false;
    if (this.#sending) return (await this.#sending) ? this.flush() : false;
    if (this.isUpToDate()) return true;
    this.#sending = this.#send();
    return this.#sending;
  }

  async #send() {
    const form = structuredClone(this.#deps.values());
    this.#deps.onState({ kind: "saving" });
    const answer = await this.#deps.send(form, this.saved);
    this.#sending = null;
    return this.#settle(form, answer);
  }

  /** Continues from the version that a colleague has saved. */
  resolve(theirs: TheirVersion) {
    this.#isConflict = false;
    this.saved = { ...this.saved, version: theirs.version, form: theirs.form };
  }

  #settle(form: EventForm, answer: SaveResult): boolean {
    if (answer.ok) {
      const isNew = this.saved.slug === null;
      this.saved = { slug: answer.slug, version: answer.version, form };
      this.#deps.onSaved(answer, isNew);
      this.#deps.onState({ kind: "saved", at: answer.savedAt });
      if (!this.isUpToDate()) this.#schedule(DEBOUNCE_MS);
      return true;
    }
    if (answer.theirs) {
      this.#isConflict = true;
      this.#deps.onState({ kind: "conflict", theirs: answer.theirs });
      return false;
    }
    this.#deps.onState({ kind: "failed", message: answer.message });
    if (["UNREACHABLE", "UNKNOWN", "BUSY"].includes(answer.code)) this.#schedule(RETRY_MS);
    return false;
  }

  #schedule(after: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), after);
  }
}
