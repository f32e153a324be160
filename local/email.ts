import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { attachmentHeader } from "@/lib/names/file-name";
import { inboxPage, messagePage } from "./email-page";
import { EmailStore, type Message } from "./email-store";

export type LocalEmail = { smtpUrl: string; inboxUrl: string; close(): Promise<void> };

function startSmtp(store: EmailStore, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    onAuth: (_auth, _session, callback) => callback(null, { user: "anyone" }),
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map((one) => one.address) };
        // The 250 goes out with the callback, so a client that got it finds the email on disk.
        store.add(envelope, Buffer.concat(chunks)).then(() => callback(), callback);
      });
    },
  });
  // Ignores clients that hang up in the middle.
  server.on("error", () => {});
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

function send(response: ServerResponse, type: string, body: string | Buffer, headers: Record<string, string> = {}) {
  response.writeHead(200, { "content-type": type, "cache-control": "no-store", ...headers }).end(body);
}

async function sendMessagePart(
  store: EmailStore,
  message: Message,
  part: string,
  index: string,
  response: ServerResponse,
) {
  if (part === "") return send(response, "text/html; charset=utf-8", messagePage(message));
  if (part === "text") return send(response, "text/plain; charset=utf-8", message.text);
  if (part === "source") return send(response, "text/plain; charset=utf-8", store.raw(message));
  if (part === "html") {
    // Links open outside of the frame, and no script of the email runs.
    const policy = {
      "content-security-policy": "script-src 'none'; sandbox allow-popups allow-popups-to-escape-sandbox",
    };
    return send(response, "text/html; charset=utf-8", `<base target="_blank">${message.html ?? ""}`, policy);
  }
  const file = part === "attachments" ? await store.attachment(message, Number(index)) : undefined;
  if (!file) return response.writeHead(404).end("Not found");
  send(response, file.contentType, file.content, attachmentHeader(file.filename ?? "attachment"));
}

async function handleRequest(store: EmailStore, url: URL, response: ServerResponse) {
  const to = url.searchParams.get("to") ?? undefined;
  if (url.pathname === "/") return send(response, "text/html; charset=utf-8", inboxPage(store.list(to), to));
  if (url.pathname === "/api/messages") return send(response, "application/json", JSON.stringify(store.list(to)));
  const [, folder, id = "", part = "", index = ""] = url.pathname.split("/");
  const message = folder === "messages" ? store.find(id) : undefined;
  if (!message) return response.writeHead(404).end("Not found");
  await sendMessagePart(store, message, part, index, response);
}

/** An email server on loopback that keeps what it accepts, and an inbox to read it: `GET /api/messages?to=` as JSON. */
export async function startEmail(options: { dir: string; smtpPort: number; inboxPort: number }): Promise<LocalEmail> {
  const store = await EmailStore.open(options.dir);
  const smtp = await startSmtp(store, options.smtpPort);
  const inbox = createServer((request, response) => {
    handleRequest(store, new URL(request.url ?? "/", "http://inbox"), response).catch(() =>
      response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => inbox.listen(options.inboxPort, "127.0.0.1", resolve));
  const portOf = (address: AddressInfo | string | null) => (typeof address === "object" ? address?.port : undefined);
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
    inboxUrl: `http://localhost:${portOf(inbox.address())}`,
    async close() {
      inbox.closeAllConnections();
      await new Promise((resolve) => inbox.close(resolve));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}
