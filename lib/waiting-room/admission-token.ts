import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** Allows a visitor to reserve once for one event, until it expires. */
export type AdmissionClaim = {
  visitor: string;
  /** In milliseconds. Also distinguishes the admissions of one visitor. */
  until: number;
};

const FORMAT = /^([\w-]{22})\.(\d{13})\.([\w-]{43})$/;

const key = Buffer.from(hkdfSync("sha256", env.NEXTAUTH_SECRET, "", "quorix admissions", 32));

function signature(eventId: number, claim: string): Buffer {
  return createHmac("sha256", key).update(`${eventId} ${claim}`).digest();
}

export function admissionToken(eventId: number, { visitor, until }: AdmissionClaim): string {
  const claim = `${visitor}.${until}`;
  return `${claim}.${signature(eventId, claim).toString("base64url")}`;
}

/** Null for a token that `admissionToken` did not make for this event. The admission may have expired. */
export function readAdmissionToken(eventId: number, token: string | undefined): AdmissionClaim | null {
  const [, visitor, until, signed] = FORMAT.exec(token ?? "") ?? [];
  if (!visitor || !until || !signed) return null;
  const given = Buffer.from(signed, "base64url");
  if (!timingSafeEqual(given, signature(eventId, `${visitor}.${until}`))) return null;
  return { visitor, until: Number(until) };
}
