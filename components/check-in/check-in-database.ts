import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { LocalConflict, PendingStep, RecentScan, StoredManifest, StoredTicket } from "./check-in-types";
import { MANIFEST_DATABASE, markDeviceData } from "./clear-device-data";

const PENDING_DATABASE = "quorix-door-waiting";
const MAX_RECENT = 20;

interface ManifestSchema extends DBSchema {
  lists: { key: string; value: StoredManifest };
  tickets: { key: [string, string]; value: StoredTicket; indexes: { list: string } };
  recent: { key: string; value: RecentScan; indexes: { list: string } };
  conflicts: { key: string; value: LocalConflict; indexes: { list: string } };
}

interface PendingSchema extends DBSchema {
  steps: { key: number; value: PendingStep; indexes: { list: string } };
}

/**
 * What this device stores for one event's check-in, in two databases: the lists are deleted at sign-out; pending steps
 * stay until their user signs in again.
 */
export class CheckInDatabase {
  private constructor(
    private readonly slug: string,
    private readonly lists: IDBPDatabase<ManifestSchema>,
    private readonly queue: IDBPDatabase<PendingSchema>,
  ) {}

  /** `onWiped` is called when the lists are deleted, here or in another tab. */
  static async open(slug: string, onWiped: () => void): Promise<CheckInDatabase> {
    const lists = await openDB<ManifestSchema>(MANIFEST_DATABASE, 1, {
      upgrade(db) {
        db.createObjectStore("lists", { keyPath: "slug" });
        db.createObjectStore("tickets", { keyPath: ["list", "fingerprint"] }).createIndex("list", "list");
        db.createObjectStore("recent", { keyPath: "id" }).createIndex("list", "list");
        db.createObjectStore("conflicts", { keyPath: "id" }).createIndex("list", "list");
      },
      blocking(_current, _blocked, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
        onWiped();
      },
    });
    const queue = await openDB<PendingSchema>(PENDING_DATABASE, 1, {
      upgrade(db) {
        db.createObjectStore("steps", { keyPath: "seq", autoIncrement: true }).createIndex("list", "list");
      },
    });
    return new CheckInDatabase(slug, lists, queue);
  }

  async load() {
    const { lists, slug } = this;
    const [list, tickets, recent, conflicts] = await Promise.all([
      lists.get("lists", slug),
      lists.getAllFromIndex("tickets", "list", slug),
      lists.getAllFromIndex("recent", "list", slug),
      lists.getAllFromIndex("conflicts", "list", slug),
    ]);
    return { list: list ?? null, tickets, recent: recent.sort((a, b) => b.at - a.at), conflicts };
  }

  /** `full`: replaces the list; else adds its changes. */
  async saveManifest(list: StoredManifest, tickets: StoredTicket[], { full }: { full: boolean }) {
    markDeviceData();
    const tx = this.lists.transaction(["lists", "tickets"], "readwrite");
    const rows = tx.objectStore("tickets");
    if (full) await rows.delete(IDBKeyRange.bound([this.slug, ""], [this.slug, "\uffff"]));
    await Promise.all([...tickets.map((ticket) => rows.put(ticket)), tx.objectStore("lists").put(list), tx.done]);
  }

  saveTicket(ticket: StoredTicket) {
    return this.lists.put("tickets", ticket);
  }

  async saveRecent(scan: RecentScan) {
    await this.lists.put("recent", scan);
    const all = await this.lists.getAllFromIndex("recent", "list", this.slug);
    const old = all.sort((a, b) => b.at - a.at).slice(MAX_RECENT);
    await Promise.all(old.map(({ id }) => this.lists.delete("recent", id)));
  }

  saveConflict(conflict: LocalConflict) {
    return this.lists.put("conflicts", conflict);
  }

  removeConflict(id: string) {
    return this.lists.delete("conflicts", id);
  }

  /** Oldest first. */
  listPending() {
    return this.queue.getAllFromIndex("steps", "list", this.slug);
  }

  async enqueue(step: PendingStep) {
    await this.queue.add("steps", step);
  }

  async dequeue(steps: PendingStep[]) {
    await Promise.all(steps.map(({ seq }) => (seq === undefined ? undefined : this.queue.delete("steps", seq))));
  }

  close() {
    this.lists.close();
    this.queue.close();
  }
}
