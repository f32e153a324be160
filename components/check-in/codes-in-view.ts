/** How long a code must be out of view before it is read again. */
const OUT_OF_VIEW_MS = 2_500;

/** Finds the new codes among those that a camera sees: each is read once while it stays in view. */
export class CodesInView {
  readonly #seenAt = new Map<string, number>();

  takeNew(texts: string[], now: number): string[] {
    const fresh = [...new Set(texts)].filter((text) => now - (this.#seenAt.get(text) ?? -Infinity) > OUT_OF_VIEW_MS);
    for (const text of texts) this.#seenAt.set(text, now);
    for (const [text, at] of this.#seenAt) if (now - at > OUT_OF_VIEW_MS) this.#seenAt.delete(text);
    return fresh;
  }
}
