/** How long a code has to be out of sight to be read again. */
const OUT_OF_VIEW_MS = 2_500;

/** Which of the codes that a camera sees are new: one that is held before it is read once, and so is each beside it. */
export class CodesInView {
  readonly #seenAt = new Map<string, number>();

  takeNew(texts: string[], now: number): string[] {
    const fresh = [...new Set(texts)].filter((text) => now - (this.#seenAt.get(text) ?? -Infinity) > OUT_OF_VIEW_MS);
    for (const text of texts) this.#seenAt.set(text, now);
    for (const [text, at] of this.#seenAt) if (now - at > OUT_OF_VIEW_MS) this.#seenAt.delete(text);
    return fresh;
  }
}
