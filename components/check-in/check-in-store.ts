import type { ManifestResponse } from "@/lib/check-in/types";
import { CheckInDatabase } from "./check-in-database";
import type { LocalConflict, PendingStep, RecentScan, StoredManifest, StoredTicket } from "./check-in-types";

/** What a device knows of an event's door, at hand and in the browser's store; at hand only where that keeps nothing. */
export class CheckInStore {
  manifest: StoredManifest | null = null;
  readonly tickets = new Map<string, StoredTicket>();
  #all: readonly StoredTicket[] | null = null;
  #store: CheckInDatabase | null = null;
  /** What waits, where there is no store for it. */
  #unkept: PendingStep[] = [];

  constructor(private readonly slug: string) {}

  /** `onWiped` is called when somebody signs out in another tab. */
  async open(onWiped: () => void): Promise<{ recent: RecentScan[]; conflicts: LocalConflict[] }> {
    try {
      this.#store = await CheckInDatabase.open(this.slug, () => {
        this.close();
        onWiped();
      });
      const { list, tickets, recent, conflicts } = await this.#store.load();
      this.manifest = list;
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
    this.manifest = null;
    this.tickets.clear();
    this.#all = null;
  }

  listTickets(): readonly StoredTicket[] {
    this.#all ??= [...this.tickets.values()];
    return this.#all;
  }

  manifestSummary() {
    return this.manifest && { size: this.tickets.size, fetchedAt: this.manifest.fetchedAt };
  }

  async saveManifest({ full, tickets, key, version, viewer, types }: ManifestResponse) {
    const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
    this.manifest = { slug: this.slug, version, viewer, key: bytes, types, fetchedAt: Date.now() };
    const rows = tickets.map((ticket): StoredTicket => ({ ...ticket, list: this.slug }));
    if (full) this.tickets.clear();
    for (const row of rows) this.tickets.set(row.fingerprint, row);
    this.#all = null;
    await this.#store?.saveManifest(this.manifest, rows, { full });
  }

  /** Notes that a ticket was let in, or out again. `isNew`: also one that is not on the list yet. */
  async saveAdmission(fingerprint: string, admission: StoredTicket["admission"], { isNew = false } = {}) {
    const unlisted = isNew ? { list: this.slug, fingerprint, holderName: "", type: null } : undefined;
    const known = this.tickets.get(fingerprint) ?? unlisted;
    if (!known) return;
    const ticket = { ...known, admission };
    this.tickets.set(fingerprint, ticket);
    this.#all = null;
    await this.#store?.saveTicket(ticket);
  }

  async enqueue(step: PendingStep["step"]) {
    const waiting = { list: this.slug, viewer: this.manifest?.viewer ?? "", step };
    if (this.#store) await this.#store.enqueue(waiting);
    else this.#unkept.push(waiting);
  }

  /** What waits to be sent: this viewer's, and how much of others. */
  async listPending(): Promise<{ own: PendingStep[]; others: number }> {
    const all = this.#store ? await this.#store.listPending() : this.#unkept;
    const own = all.filter(({ viewer }) => viewer === this.manifest?.viewer);
    return { own, others: all.length - own.length };
  }

  async dequeue(steps: PendingStep[]) {
    this.#unkept = this.#unkept.filter((step) => !steps.includes(step));
    await this.#store?.dequeue(steps);
  }

  async saveRecent(scan: RecentScan) {
    await this.#store?.saveRecent(scan);
  }

  async saveConflict(conflict: LocalConflict) {
    await this.#store?.saveConflict(conflict);
  }

  async removeConflict(conflictId: string) {
    await this.#store?.removeConflict(conflictId);
  }
}
