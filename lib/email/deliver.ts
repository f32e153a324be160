import { createHash } from "node:crypto";
import { and, eq, lt, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { emailDeliveries } from "@/db/schema";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type Email, getSenderAddress } from "./email";
import { type EmailTransport, getEmailTransport } from "./transport";

/** The lease of a claim that is not marked as sent: longer than sending can take. */
export const LEASE_MS = 45_000;
const SEND_TIMEOUT_MS = 30_000;

/**
 * Why an email was not sent. `refused`: the address was rejected permanently. `deferred`: the server asks to retry this
 * address later. `unavailable`: the server accepts no email. `in flight`: another process is sending it.
 */
export type DeliveryFailure = "refused" | "deferred" | "unavailable" | "in flight";

export class EmailRejectedError extends Error {
  constructor(
    message: string,
    readonly failure: DeliveryFailure,
  ) {
    super(message);
    this.name = "EmailRejectedError";
  }
}

/**
 * Sends one email per key. `sent: false`: it was sent before. Throws if the mail server rejects it, or while another
 * process is sending it; the caller retries.
 */
export async function deliver(
  email: Email,
  transport: EmailTransport = getEmailTransport(),
): Promise<{ ok: true; sent: boolean }> {
  const claim = await claimEmail(email);
  if (claim === "sent") return { ok: true, sent: false };
  if (claim === "in flight") {
    throw new EmailRejectedError(`Email ${email.key} is being sent by another process`, "in flight");
  }
  try {
    await transport.sendMail({
      from: email.author ? { name: `${email.author} (Quorix)`, address: getSenderAddress() } : env.MAIL_FROM,
      replyTo: email.replyTo,
      to: email.to,
      subject: email.subject,
      html: email.html,
      text: email.text,
      attachments: email.attachments.map(({ cid, ...file }) =>
        cid ? { ...file, cid, contentDisposition: "inline" as const } : file,
      ),
      messageId: claim.messageId,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", ...email.headers },
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    });
  } catch (error) {
    await releaseClaim(email.key, claim.attempts);
    const { reason, failure } = toDeliveryFailure(error);
    log.warn("email.delivery.rejected", { key: email.key, reason });
    // Without the server's message, which often quotes the address.
    throw new EmailRejectedError(`Email ${email.key} was not accepted: ${reason}`, failure);
  }
  await db
    .update(emailDeliveries)
    .set({ status: "sent", sentAt: new Date() })
    .where(eq(emailDeliveries.key, email.key));
  log.info("email.delivery.completed", { key: email.key });
  return { ok: true, sent: true };
}

/**
 * Claims a key that is new, that failed, or whose lease has expired because its process died. The Message-ID of the
 * first claim stays, so that a mail server can recognise a duplicate.
 */
async function claimEmail(email: Email) {
  const expired = new Date(Date.now() - LEASE_MS);
  const [claimed] = await db
    .insert(emailDeliveries)
    .values({
      key: email.key,
      to: email.to.address,
      subject: email.subject,
      messageId: messageId(email.key),
      bookingId: email.bookingId,
      eventId: email.eventId,
      claimedAt: new Date(),
    })
    .onConflictDoUpdate({
      target: emailDeliveries.key,
      set: {
        to: email.to.address,
        subject: email.subject,
        status: "sending",
        attempts: sql`${emailDeliveries.attempts} + 1`,
        claimedAt: new Date(),
      },
      setWhere: or(
        eq(emailDeliveries.status, "failed"),
        and(eq(emailDeliveries.status, "sending"), lt(emailDeliveries.claimedAt, expired)),
      ),
    })
    .returning({ messageId: emailDeliveries.messageId, attempts: emailDeliveries.attempts });
  if (claimed) return claimed;
  const [row] = await db
    .select({ status: emailDeliveries.status })
    .from(emailDeliveries)
    .where(eq(emailDeliveries.key, email.key));
  return row?.status === "sent" ? "sent" : "in flight";
}

/** Releases this claim only: after a process froze beyond its lease, another one may hold the next claim. */
function releaseClaim(key: string, attempts: number) {
  return db
    .update(emailDeliveries)
    .set({ status: "failed" })
    .where(
      and(eq(emailDeliveries.key, key), eq(emailDeliveries.status, "sending"), eq(emailDeliveries.attempts, attempts)),
    );
}

function messageId(key: string) {
  const name = createHash("sha256").update(key).digest("hex").slice(0, 40);
  return `<${name}@${new URL(env.NEXTAUTH_URL).hostname}>`;
}

function toDeliveryFailure(error: unknown): { reason: string; failure: DeliveryFailure } {
  if (!(error instanceof Error)) return { reason: "unknown", failure: "unavailable" };
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  const parts = [code, responseCode].filter((part) => typeof part === "string" || typeof part === "number");
  const reason = parts.join(" ") || error.name;
  // Errors of the recipient or the message. All others are errors of the server.
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return { reason, failure: "unavailable" };
  return { reason, failure: typeof responseCode === "number" && responseCode < 500 ? "deferred" : "refused" };
}
