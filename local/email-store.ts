import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";

export type Message = {
  /** Name of the file that holds the first delivery. */
  id: string;
  messageId: string | null;
  from: string;
  to: string[];
  subject: string;
  receivedAt: string;
  text: string;
  html: string | null;
  attachments: { filename: string; contentType: string; size: number }[];
  /** How often an email with this Message-ID arrived. */
  deliveries: number;
};

function deliveredTo(email: ParsedMail): string[] {
  const delivered = email.headers.get("x-delivered-to");
  return (Array.isArray(delivered) ? delivered : [delivered]).filter((one) => typeof one === "string");
}

function toMessage(id: string, email: ParsedMail): Message {
  return {
    id,
    messageId: email.messageId ?? null,
    from: email.from?.text ?? "",
    to: deliveredTo(email),
    subject: email.subject ?? "",
    receivedAt: new Date(Number(id.split("-")[0])).toISOString(),
    text: email.text ?? "",
    html: email.html || null,
    attachments: email.attachments.map(({ filename, contentType, size }) => ({
      filename: filename ?? "attachment",
      contentType,
      size,
    })),
    deliveries: 1,
  };
}

/**
 * Every email ever received, one file each, as it came over the wire. Emails with the same Message-ID to the same
 * addresses are one message, as in a real mailbox; `deliveries` says how many arrived.
 */
export class EmailStore {
  readonly #messages = new Map<string, Message>();
  #arrivals = 0;

  private constructor(readonly dir: string) {}

  static async open(dir: string): Promise<EmailStore> {
    mkdirSync(dir, { recursive: true });
    const store = new EmailStore(dir);
    const files = readdirSync(dir).filter((name) => name.endsWith(".eml"));
    for (const file of files.sort()) await store.#remember(file, readFileSync(join(dir, file)));
    return store;
  }

  /** Resolves once the email is on the disk. */
  async add(envelope: { from: string; to: string[] }, raw: Buffer): Promise<void> {
    const head = [`Return-Path: <${envelope.from}>`, ...envelope.to.map((to) => `X-Delivered-To: ${to}`)];
    const content = Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n`), raw]);
    // Names sort by arrival, also within a millisecond.
    this.#arrivals += 1;
    const file = `${Date.now()}-${String(this.#arrivals).padStart(6, "0")}.eml`;
    const handle = await open(join(this.dir, file), "wx");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await this.#remember(file, content);
  }

  /** Newest first; only those to an address, when one is given. */
  list(to?: string): Message[] {
    const wanted = to?.toLowerCase();
    return [...this.#messages.values()]
      .filter((message) => wanted === undefined || message.to.some((one) => one.toLowerCase() === wanted))
      .sort((a, b) => b.id.localeCompare(a.id));
  }

  find(id: string): Message | undefined {
    return this.list().find((message) => message.id === id);
  }

  raw(message: Message): Buffer {
    return readFileSync(join(this.dir, message.id));
  }

  async attachment(message: Message, index: number) {
    const email = await simpleParser(this.raw(message));
    return email.attachments[index];
  }

  async #remember(id: string, content: Buffer) {
    const message = toMessage(id, await simpleParser(content));
    const key = message.messageId === null ? id : `${message.messageId} ${message.to.join(",")}`;
    const known = this.#messages.get(key);
    if (known) known.deliveries += 1;
    else this.#messages.set(key, message);
  }
}
