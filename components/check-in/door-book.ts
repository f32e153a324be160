import type { ListAnswer } from "@/lib/check-in/answers";
import { DoorStore } from "./door-store";
import type { LocalConflict, RecentScan, StoredList, StoredTicket, WaitingStep } from "./door-types";

/** What a device knows of an event's door, at hand and in the browser's store; at hand only where that keeps nothing. */
export class DoorBook {
  list: StoredList | null = null;
  readonly tickets = new Map<string, StoredTicket>();
  #all: readonly StoredTicket[] | null = null;
  #store: DoorStore | null = null;
  /** What waits, where there is no store for it. */
  #unkept: WaitingStep[] = [];

  constructor(private readonly slug: string) {}

  /** `onWiped` is called when somebody signs out in another tab. */
  async open(onWiped: () => void): Promise<{ recent: RecentScan[]; conflicts: LocalConflict[] }> {
    try {
      this.#store = await DoorStore.open(this.slug, () => {
        this.close();
        onWiped();
      });
      const { list, tickets, recent, conflicts } = await this.#store.load();
      this.list = list;
      for (const ticket of tickets) this.tickets.set(ticket.fingerprint, ticket);
      this.#all = null;
      return { recent, conflicts };
    } catch {
      this.#store = null;
      return { recent: [], conflicts: [] };
    }
  }

  close() {
    this.#store?.close();
    this.#store = null;
    this.list = null;
    this.tickets.clear();
    this.#all = null;
  }

  all(): readonly StoredTicket[] {
    this.#all ??= [...this.tickets.values()];
    return this.#all;
  }

  size() {
    return this.list && { size: this.tickets.size, fetchedAt: this.list.fetchedAt };
  }

  async keep({ full, tickets, key, version, viewer, types }: ListAnswer) {
    const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
    this.list = { slug: this.slug, version, viewer, key: bytes, types, fetchedAt: Date.now() };
    const rows = tickets.map((ticket): StoredTicket => ({ ...ticket, list: this.slug }));
    if (full) this.tickets.clear();
    for (const row of rows) this.tickets.set(row.fingerprint, row);
    this.#all = null;
    await this.#store?.saveList(this.list, rows, { full });
  }

  /** Notes that a ticket was let in, or out again. `isNew`: also one that is not on the list yet. */
  async mark(fingerprint: string, admission: StoredTicket["admission"], { isNew = false } = {}) {
    const unlisted = isNew ? { list: this.slug, fingerprint, holderName: "", type: null } : undefined;
    const known = this.tickets.get(fingerprint) ?? unlisted;
    if (!known) return;
    const ticket = { ...known, admission };
    this.tickets.set(fingerprint, ticket);
    this.#all = null;
    await this.#store?.saveTicket(ticket);
  }

  async wait(step: WaitingStep["step"]) {
    const waiting = { list: this.slug, viewer: this.list?.viewer ?? "", step };
    if (this.#store) await this.#store.wait(waiting);
    else this.#unkept.push(waiting);
  }

  /** What waits to be sent: this viewer's, and how much of others. */
  async waiting(): Promise<{ own: WaitingStep[]; others: number }> {
    const all = this.#store ? await this.#store.waiting() : this.#unkept;
    const own = all.filter(({ viewer }) => viewer === this.list?.viewer);
    return { own, others: all.length - own.length };
  }

  async sent(steps: WaitingStep[]) {
    this.#unkept = this.#unkept.filter((step) => !steps.includes(step));
    await this.#store?.sent(steps);
  }

  async saveRecent(scan: RecentScan) {
    await this.#store?.saveRecent(scan);
  }

  async saveConflict(conflict: LocalConflict) {
    await this.#store?.saveConflict(conflict);
  }

  async settle(conflictId: string) {
    await this.#store?.settleConflict(conflictId);
  }
}
