import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

type PendingAppend = { line: string; resolve: () => void; reject: (error: unknown) => void };

const fileName = "journal.jsonl";
const minBytesToCompact = 32 * 1024 * 1024;
const recordsPerLine = 200;

/** An append-only file. One line is one group of records that is kept whole or not at all. */
export class Journal<Entry> {
  #file: FileHandle | null = null;
  #queue: PendingAppend[] = [];
  #writing: Promise<void> | null = null;
  #bytes = 0;
  #compactAt = minBytesToCompact;
  #broken: unknown = null;

  private constructor(
    private readonly dir: string,
    private readonly snapshot: () => Iterable<Entry>,
  ) {}

  /** Replays what is stored into `apply`, then rewrites the file to what `snapshot` still needs. */
  static async open<Entry>(dir: string, apply: (record: Entry) => void, snapshot: () => Iterable<Entry>) {
    await mkdir(dir, { recursive: true });
    const journal = new Journal<Entry>(dir, snapshot);
    for await (const line of journal.#lines()) for (const record of line) apply(record);
    await journal.#compact();
    return journal;
  }

  /**
   * Resolves once the records, and all before them, are on disk.
   * Appends made while a write is under way share the next one.
   */
  async append(records: Entry[]): Promise<void> {
    if (records.length === 0) await this.#writing;
    if (this.#broken) throw this.#broken;
    if (records.length === 0) return;
    return new Promise((resolve, reject) => {
      this.#queue.push({ line: `${JSON.stringify(records)}\n`, resolve, reject });
      this.#writing ??= this.#drain();
    });
  }

  async close() {
    await this.#writing;
    await this.#file?.close();
    this.#file = null;
    this.#broken ??= new Error("the journal is closed");
  }

  async #drain() {
    // One turn of the event loop, so that requests which arrived together are written together.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      try {
        await this.#write(batch.map(({ line }) => line).join(""));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        // After a failed write the file's end is unknown: nothing may be appended until a restart reads it again.
        this.#broken = error;
        for (const { reject } of [...batch, ...this.#queue.splice(0)]) reject(error);
      }
    }
    this.#writing = null;
  }

  async #write(text: string) {
    // The snapshot is taken from memory, where these records have already been applied.
    if (this.#bytes > this.#compactAt) return this.#compact();
    await this.#file?.appendFile(text);
    await this.#file?.datasync();
    this.#bytes += Buffer.byteLength(text);
  }

  async #compact() {
    const path = join(this.dir, fileName);
    const fresh = await open(`${path}.new`, "w");
    let bytes = 0;
    let group: Entry[] = [];
    const flush = async () => {
      const { bytesWritten } = await fresh.write(`${JSON.stringify(group)}\n`);
      bytes += bytesWritten;
      group = [];
    };
    // Taken at once: while the file is written, memory goes on changing, and those changes are appended after it.
    for (const record of [...this.snapshot()]) {
      group.push(record);
      if (group.length === recordsPerLine) await flush();
    }
    if (group.length > 0) await flush();
    await fresh.sync();
    await rename(`${path}.new`, path);
    await this.#syncDirectory();
    await this.#file?.close();
    this.#file = fresh;
    this.#bytes = bytes;
    this.#compactAt = Math.max(minBytesToCompact, bytes * 2);
  }

  async #syncDirectory() {
    const directory = await open(this.dir, "r");
    await directory.sync().finally(() => directory.close());
  }

  async *#lines(): AsyncGenerator<Entry[]> {
    const file = await open(join(this.dir, fileName), "r").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (!file) return;
    await file.close();
    const lines = createInterface({ input: createReadStream(join(this.dir, fileName)), crlfDelay: Infinity });
    let torn = "";
    for await (const line of lines) {
      if (torn) throw new Error(`${fileName} is damaged before its end`);
      const records = parseLine<Entry>(line);
      if (records) yield records;
      else torn = line;
    }
  }
}

/** Null for the end of a write that a crash cut short. */
function parseLine<Entry>(line: string): Entry[] | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
