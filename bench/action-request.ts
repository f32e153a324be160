import { readFileSync } from "node:fs";
import { z } from "zod";
import type { LoadRequest } from "./load";

const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string().optional(), exportedName: z.string().optional() })),
});

/** What the build calls this server action. */
export function actionId(appDir: string, filename: string, exportedName: string): string {
  const file = `${appDir}/.next/server/server-reference-manifest.json`;
  const { node } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const found = Object.entries(node).find(
    ([, action]) => action.filename?.endsWith(filename) && action.exportedName === exportedName,
  );
  if (!found) throw new Error(`the build has no action ${exportedName} of ${filename}`);
  return found[0];
}

const BOUNDARY = "----WebKitFormBoundaryq5vLr8Q3kX1uJw2T";

type RequestedTicket = { slug: string; ticketTypeCode: string };

type ActionCall = {
  path: string;
  id: string;
  cookie: string;
  /** Counts people: each comes from an address of their own. */
  person: number;
};

/** The request a browser sends for `await action(null, formData)`. */
function formActionRequest({ path, id, cookie, person }: ActionCall, fields: Record<string, string>): LoadRequest {
  const parts = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value] as const);
  const body = [...parts, ["0", '[null,"$K1"]'] as const]
    .map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("");
  return {
    method: "POST",
    path,
    headers: {
      accept: "text/x-component",
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      cookie,
      "next-action": id,
      "x-forwarded-for": `10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`,
    },
    body: `${body}--${BOUNDARY}--\r\n`,
  };
}

type Buyer = Pick<ActionCall, "cookie" | "person">;

/** A ticket of the event; `id` is that of the action `reserve`. */
export function reserveRequest(id: string, event: RequestedTicket, buyer: Buyer, idempotencyKey: string): LoadRequest {
  return formActionRequest({ path: `/events/${event.slug}`, id, ...buyer }, { ...ticketFields(event), idempotencyKey });
}

/** The same for each of these people. */
export function reserveRequests(id: string, event: RequestedTicket, cookies: string[]): LoadRequest[] {
  return cookies.map((cookie, person) => reserveRequest(id, event, { cookie, person }, crypto.randomUUID()));
}

/** Turns a hold of one ticket into a booking; `id` is that of the action `confirm`. */
export function confirmRequest(id: string, reference: string, ticketTypeCode: string, buyer: Buyer): LoadRequest {
  const holder = { "holders.0.ticketTypeCode": ticketTypeCode, "holders.0.name": "Ada Lovelace" };
  return formActionRequest({ path: `/checkout/${reference}`, id, ...buyer }, { reference, ...holder, terms: "on" });
}

/** The same form from the same people to an action that does nothing with it. */
export function noopRequests(id: string, event: RequestedTicket, cookies: string[]): LoadRequest[] {
  return cookies.map((cookie, person) =>
    formActionRequest(
      { path: "/bench-empty-action", id, cookie, person },
      { ...ticketFields(event), idempotencyKey: crypto.randomUUID() },
    ),
  );
}

function ticketFields(event: RequestedTicket) {
  return { slug: event.slug, [`quantity.${event.ticketTypeCode}`]: "1" };
}
