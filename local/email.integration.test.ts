import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import nodemailer from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTestEmail } from "@/test/services";

let server: Awaited<ReturnType<typeof startTestEmail>>;

beforeEach(async () => {
  server = await startTestEmail();
});
afterEach(() => server.close());

function send(values: Record<string, unknown> = {}) {
  const transport = nodemailer.createTransport(server.smtpUrl);
  return transport.sendMail({
    from: "Quorix <tickets@quorix.test>",
    to: "ada@quorix.test",
    subject: "Your tickets",
    text: "See you there.",
    ...values,
  });
}

test("an email is on the disk before the server says 250", async () => {
  const { port } = new URL(server.smtpUrl);
  const socket = connect({ host: "127.0.0.1", port: Number(port) });
  const script = [
    "EHLO test",
    "MAIL FROM:<a@quorix.test>",
    "RCPT TO:<b@quorix.test>",
    "DATA",
    "Subject: Hi\r\n\r\nText\r\n.",
  ];
  const answers: string[] = [];
  for await (const line of createInterface(socket)) {
    // Lines of one answer but the last have a dash after the code.
    if (line[3] === "-") continue;
    answers.push(line.slice(0, 3));
    const next = script.shift();
    if (next === undefined) break;
    socket.write(`${next}\r\n`);
  }
  expect(readdirSync(server.dir)).toHaveLength(1);
  expect(answers).toEqual(["220", "250", "250", "250", "354", "250"]);
  socket.destroy();
});

test("an email that cannot be stored is not accepted", async () => {
  rmSync(server.dir, { recursive: true });
  await expect(send()).rejects.toMatchObject({ responseCode: expect.any(Number) });
  expect(await server.messages()).toEqual([]);
});

test("the inbox has text, HTML and attachments, by address and newest first", async () => {
  await send({ subject: "First" });
  await send({
    subject: "Second <b>",
    html: "<p>Hello</p>",
    attachments: [{ filename: "réservation.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" }],
  });
  await send({ to: "grace@quorix.test", bcc: "hidden@quorix.test" });

  const messages = await server.messages("ADA@quorix.test");
  expect(messages.map((message) => message.subject)).toEqual(["Second <b>", "First"]);
  expect(messages[0]).toMatchObject({
    from: expect.stringContaining("tickets@quorix.test"),
    to: ["ada@quorix.test"],
    text: "See you there.",
    html: "<p>Hello</p>",
    attachments: [{ filename: "réservation.ics", contentType: "text/calendar", size: 15 }],
    deliveries: 1,
  });
  expect((await server.messages("hidden@quorix.test"))[0]?.to).toContain("grace@quorix.test");
  expect(await server.messages("nobody@quorix.test")).toEqual([]);

  const page = await (await fetch(server.inboxUrl)).text();
  expect(page).toContain("Second &lt;b&gt;");
  const file = await fetch(`${server.inboxUrl}/messages/${messages[0]?.id}/attachments/0`);
  expect(await file.text()).toBe("BEGIN:VCALENDAR");
  expect((await fetch(`${server.inboxUrl}/messages/../../package.json`)).status).toBe(404);
});

test("emails with one Message-ID are one message, and every delivery is counted, also after a restart", async () => {
  const dir = mkdtempSync(join(tmpdir(), "quorix-mail-"));
  await server.close();
  server = await startTestEmail(dir);
  await send({ messageId: "<booking-confirmed.1@quorix.test>" });
  await send({ messageId: "<booking-confirmed.1@quorix.test>" });
  await send({ messageId: "<booking-confirmed.2@quorix.test>" });

  const seen = async () => (await server.messages()).map((message) => [message.messageId, message.deliveries]);
  const expected = [
    ["<booking-confirmed.2@quorix.test>", 1],
    ["<booking-confirmed.1@quorix.test>", 2],
  ];
  expect(await seen()).toEqual(expected);
  const before = await server.messages();

  await server.close();
  server = await startTestEmail(dir);
  expect(await seen()).toEqual(expected);
  expect(await server.messages()).toEqual(before);
  rmSync(dir, { recursive: true });
});
