import type { ManifestResponse } from "@/lib/check-in/types";
import { CheckInDatabase } from "./check-in-database";
import type { LocalConflict, PendingStep, RecentScan, StoredManifest, StoredTicket } from "./check-in-types";

/** An event's check-in data in memory and in IndexedDB; in memory only where the browser stores nothing. */
export class CheckInStore {
  manifest: StoredManifest | null = null;
  readonly tickets = new Map<string, StoredTicket>();
  #all: readonly StoredTicket[] | null = null;
  #database: CheckInDatabase | null = null;
  /** Pending steps, where there is no database. */
  #pendingInMemory: PendingStep[] = [];

  constructor(private readonly slug: string) {}

  /** `onWiped` is called when the user signs out in another tab. */
  async open(onWiped: () => void): Promise<{ recent: RecentScan[]; conflicts: LocalConflict[] }> {
    try {
      this.#database = await CheckInDatabase.open(this.slug, () => {
        this.close();
        onWiped();
      });
      const { list, tickets, recent, conflicts } = await this.#database.load();
      this.manifest = list;
      for (const ticket of tickets) this.tickets.set(ticket.fingerprint, ticket);
      this.#all = null;
      return { recent, conflicts };
    } catch {
      this.#database = null;
      return { recent: [], conflicts: [] };
    }
  }

  close() {
    this.#database?.close();
    this.#database = null;
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
    await this.#database?.saveManifest(this.manifest, rows, { full });
  }

  /** Stores the admission of a ticket, or its undo. `isNew`: also for a ticket that is not on the list yet. */
  async saveAdmission(fingerprint: string, admission: StoredTicket["admission"], { isNew = false } = {}) {
    const unlisted = isNew ? { list: this.slug, fingerprint, holderName: "", type: null } : undefined;
    const known = this.tickets.get(fingerprint) ?? unlisted;
    if (!known) return;
    const ticket = { ...known, admission };
    this.tickets.set(fingerprint, ticket);
    this.#all = null;
    await this.#database?.saveTicket(ticket);
  }

  async enqueue(step: PendingStep["step"]) {
    const pending = { list: this.slug, viewer: this.manifest?.viewer ?? "", step };
    if (this.#database) await this.#database.enqueue(pending);
    else this.#pendingInMemory.push(pending);
  }

  /** This viewer's pending steps, and the number of other users'. */
  async listPending(): Promise<{ own: PendingStep[]; others: number }> {
    const all = this.#database ? await this.#database.listPending() : this.#pendingInMemory;
    const own = all.filter(({ viewer }) => viewer === this.manifest?.viewer);
    return { own, others: all.length - own.length };
  }

  async dequeue(steps: PendingStep[]) {
    this.#pendingInMemory = this.#pendingInMemory.filter((step) => !steps.includes(step));
    await this.#database?.dequeue(steps);
  }

  async saveRecent(scan: RecentScan) {
    await this.#database?.saveRecent(scan);
  }

  async saveConflict(conflict: LocalConflict) {
    await this.#database?.saveConflict(conflict);
  }

  async removeConflict(conflictId: string) {
    await this.#database?.removeConflict(conflictId);
  }
}
