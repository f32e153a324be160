import { randomBytes } from "node:crypto";
import { Journal } from "@/local/journal";
import type { Entry, TableName, Tables } from "./tables";

const DAY_MS = 24 * 60 * 60 * 1000;
const EVENTS_KEPT = 10_000;

export const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`;
export const now = () => Math.floor(Date.now() / 1000);

/** All objects, in memory and in a journal. Rows are replaced, never changed. */
export class Store {
  readonly #tables: { [Name in TableName]: Map<string, Tables[Name]> } = {
    sessions: new Map(),
    intents: new Map(),
    charges: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    transactions: new Map(),
    events: new Map(),
    checkouts: new Map(),
    timers: new Map(),
    deliveries: new Map(),
    answers: new Map(),
  };
  readonly #ofIntent = new Map<string, Set<string>>();
  #unwritten: Entry[] = [];
  #journal: Journal<Entry> | null = null;
  /** Called when changes are on disk. */
  onCommitted: () => void = () => {};

  static async open(dir: string): Promise<Store> {
    const store = new Store();
    store.#journal = await Journal.open<Entry>(
      dir,
      (entry) => store.#apply(entry.table, entry.id, entry.value),
      () => store.#snapshot(),
    );
    return store;
  }

  get<Name extends TableName>(table: Name, id: string): Tables[Name] | undefined {
    return this.#tables[table].get(id);
  }

  /** In the order of creation. */
  entries<Name extends TableName>(table: Name): [string, Tables[Name]][] {
    return [...this.#tables[table]];
  }

  rows<Name extends TableName>(table: Name): Tables[Name][] {
    return [...this.#tables[table].values()];
  }

  /** The rows of an intent, in the order of creation. */
  ofIntent<Name extends "sessions" | "refunds" | "disputes">(table: Name, intentId: string): Tables[Name][] {
    return [...(this.#ofIntent.get(`${table} ${intentId}`) ?? [])].flatMap((id) => this.get(table, id) ?? []);
  }

  /** Changes a row in memory; `commit` follows before anybody is answered. */
  put<Name extends TableName>(table: Name, id: string, value: Tables[Name] | null) {
    this.#apply(table, id, value);
    // One member of the union for each table, which the compiler cannot tell from a table's name.
    this.#unwritten.push({ table, id, value } as Entry);
  }

  /** Resolves once everything that was put, here or by others, is on disk. */
  async commit() {
    const entries = this.#unwritten;
    this.#unwritten = [];
    await this.#journal?.append(entries);
    if (entries.length > 0) this.onCommitted();
  }

  close() {
    return this.#journal?.close();
  }

  #apply<Name extends TableName>(table: Name, id: string, value: Tables[Name] | null) {
    if (value === null) this.#tables[table].delete(id);
    else {
      this.#tables[table].set(id, value);
      if (table === "sessions" || table === "refunds" || table === "disputes") this.#index(table, id);
    }
  }

  #index(table: "sessions" | "refunds" | "disputes", id: string) {
    const intent = this.get(table, id)?.payment_intent;
    if (!intent) return;
    const key = `${table} ${intent}`;
    const ids = this.#ofIntent.get(key) ?? new Set();
    this.#ofIntent.set(key, ids.add(id));
  }

  *#snapshot(): Iterable<Entry> {
    for (const [key, { at }] of this.#tables.answers) if (at < Date.now() - DAY_MS) this.#tables.answers.delete(key);
    const events = [...this.#tables.events.keys()];
    for (const id of events.slice(0, Math.max(0, events.length - EVENTS_KEPT))) this.#tables.events.delete(id);
    for (const table of Object.keys(this.#tables) as TableName[]) {
      for (const [id, value] of this.#tables[table]) yield { table, id, value } as Entry;
    }
  }
}
