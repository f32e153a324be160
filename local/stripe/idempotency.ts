import { createHash } from "node:crypto";
import { ApiError } from "./api-error";
import type { Store } from "./store";
import type { StoredAnswer } from "./tables";

const DAY_MS = 24 * 60 * 60 * 1000;

export type Answer = { status: number; body: string };

/** Stripe's rules: a key names one call with its parameters, and its answer is given again for a day. */
export class IdempotencyKeys {
  readonly #inUse = new Set<string>();

  constructor(private readonly store: Store) {}

  /** What names a call and its parameters. */
  static fingerprint(call: string, body: string): string {
    return createHash("sha256").update(`${call}\n${body}`).digest("hex");
  }

  /** The answer of an earlier call with this key, or null where this one has the key for itself until `release`. */
  claim(key: string, fingerprint: string): StoredAnswer | null {
    const stored = this.store.get("answers", key);
    const known = stored && stored.at > Date.now() - DAY_MS ? stored : null;
    if (known && known.fingerprint !== fingerprint) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
      throw new ApiError(400, message, { type: "idempotency_error" });
    }
    if (known) return known;
    if (this.#inUse.has(key)) {
      const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}.`;
      throw new ApiError(409, message, { type: "invalid_request_error", code: "idempotency_key_in_use" });
    }
    this.#inUse.add(key);
    return null;
  }

  /** Stored with everything that the call has changed, as one group. */
  keep(key: string, fingerprint: string, { status, body }: Answer) {
    this.store.put("answers", key, { fingerprint, status, body, at: Date.now() });
  }

  release(key: string) {
    this.#inUse.delete(key);
  }
}
