import "@/test/email-for-file";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { emailDeliveries } from "@/db/schema";
import { startEmail } from "@/local/email";
import { freePort } from "@/local/ports";
import { emailServer as server } from "@/test/email-for-file";
import { deliver, LEASE_MS } from "./deliver";
import type { Email } from "./email";
import { createEmailTransport } from "./transport";

const logged: string[] = [];

beforeEach(() => {
  logged.length = 0;
  for (const level of ["info", "warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((line: string) => void logged.push(line));
  }
});

afterEach(() => {
  for (const line of logged) expect(line).not.toContain("@");
});

function anEmail(): Email {
  const name = crypto.randomUUID();
  return {
    key: `booking-confirmed:${name}`,
    to: { name: "Ana", address: `${name}@quorix.test` },
    subject: "Your tickets",
    html: "<p>Hello</p>",
    text: "Hello",
    attachments: [
      { filename: "ticket-1.png", content: Buffer.from("png"), contentType: "image/png", cid: "ticket-1@quorix" },
      { filename: "event.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" },
    ],
    bookingId: null,
    eventId: null,
  };
}

const inbox = (email: Email) => server.messages(email.to.address);
const delivery = async (email: Email) =>
  (await db.select().from(emailDeliveries).where(eq(emailDeliveries.key, email.key)))[0];

test("one key is sent once, also by concurrent calls", async () => {
  const email = anEmail();
  const attempts = await Promise.allSettled([deliver(email), deliver(email)]);
  expect(attempts.filter((one) => one.status === "fulfilled" && one.value.sent)).toHaveLength(1);
  expect(await deliver(email)).toEqual({ ok: true, sent: false });
  expect(await inbox(email)).toEqual([expect.objectContaining({ subject: "Your tickets", deliveries: 1 })]);
  expect(await delivery(email)).toMatchObject({ status: "sent", attempts: 1, sentAt: expect.any(Date) });
});

test("has the headers of an automatic email, and its attachments", async () => {
  const email = anEmail();
  await deliver(email);
  const [message] = await inbox(email);
  const source = await (await fetch(`${server.inboxUrl}/messages/${message?.id}/source`)).text();
  expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(source).toMatch(/^Content-ID: <ticket-1@quorix>\r$/im);
  expect(message?.attachments.map((file) => file.filename)).toEqual(["ticket-1.png", "event.ics"]);
  expect(message).toMatchObject({ text: expect.stringContaining("Hello"), html: expect.stringContaining("<p>Hello") });
});

test("a mail server that is down delays the email, without loss or duplicates", async () => {
  const smtpPort = await freePort(0);
  const transport = createEmailTransport(`smtp://127.0.0.1:${smtpPort}`);
  const email = anEmail();
  await expect(deliver(email, transport)).rejects.toThrow(/was not accepted: E/);
  await expect(deliver(email, transport)).rejects.toThrow(/was not accepted: E/);
  expect(await delivery(email)).toMatchObject({ status: "failed", attempts: 2, sentAt: null });

  const late = await startEmail({ dir: server.dir, smtpPort, inboxPort: 0 });
  expect(await deliver(email, transport)).toEqual({ ok: true, sent: true });
  expect(await deliver(email, transport)).toEqual({ ok: true, sent: false });
  const messages = await (await fetch(`${late.inboxUrl}/api/messages?to=${email.to.address}`)).json();
  expect(messages).toEqual([expect.objectContaining({ deliveries: 1 })]);
  transport.close();
  await late.close();
});

test("a claim is kept during its lease, and taken over afterwards with the same Message-ID", async () => {
  const email = anEmail();
  await deliver(email);
  // The worst case: the process died after sending the email and before marking it as sent.
  const claimedAgo = (ms: number) =>
    db
      .update(emailDeliveries)
      .set({ status: "sending", sentAt: null, claimedAt: new Date(Date.now() - ms) })
      .where(eq(emailDeliveries.key, email.key));
  await claimedAgo(LEASE_MS - 30_000);
  await expect(deliver(email)).rejects.toThrow("is being sent by another process");
  await claimedAgo(LEASE_MS + 1_000);
  expect(await deliver(email)).toEqual({ ok: true, sent: true });

  // The inbox counts deliveries by Message-ID: one message, delivered twice.
  expect(await inbox(email)).toEqual([
    expect.objectContaining({ deliveries: 2, messageId: (await delivery(email))?.messageId }),
  ]);
});

test("a sender that fails after its lease has expired doesn't release the claim of the next sender", async () => {
  const email = anEmail();
  const heldUp = createEmailTransport("smtp://127.0.0.1:1");
  vi.spyOn(heldUp, "sendMail").mockImplementation(async () => {
    await db
      .update(emailDeliveries)
      .set({ claimedAt: new Date(Date.now() - LEASE_MS - 1_000) })
      .where(eq(emailDeliveries.key, email.key));
    expect(await deliver(email)).toEqual({ ok: true, sent: true });
    throw new Error("timeout");
  });
  await expect(deliver(email, heldUp)).rejects.toThrow("was not accepted");
  expect(await delivery(email)).toMatchObject({ status: "sent" });
  expect(await deliver(email)).toEqual({ ok: true, sent: false });
  expect(await inbox(email)).toEqual([expect.objectContaining({ deliveries: 1 })]);
});
