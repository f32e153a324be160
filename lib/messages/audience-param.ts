import type { Audience } from "@/lib/operations/detail";
import { audiences } from "@/texts/messages";

/** As many as fit into a URL. The list of attendees offers all of them instead. */
export const MAX_CHOSEN_REFERENCES = 500;

const REFERENCE = /^[0-9A-Z]{4,20}$/;

/** The audience of `?to=`, such as `all`, `type:k3x9`, `waitlist` or `references:7K3PX9QZ2M,…`; null for anything else. */
export function parseAudience(to: string, ticketTypes: { code: string; name: string }[]): Audience | null {
  if (to === "all" || to === "waitlist") return { kind: to };
  const [kind, rest = ""] = splitParam(to);
  if (kind === "type") {
    const type = ticketTypes.find(({ code }) => code === rest);
    return type ? { kind, code: type.code, name: type.name } : null;
  }
  if (kind !== "references") return null;
  const references = [...new Set(rest.split(","))];
  const areReferences = references.every((reference) => REFERENCE.test(reference));
  return areReferences && references.length <= MAX_CHOSEN_REFERENCES ? { kind, references } : null;
}

export function describeAudience(audience: Audience): string {
  switch (audience.kind) {
    case "all":
      return audiences.all;
    case "type":
      return audiences.type(audience.name);
    case "waitlist":
      return audiences.waitlist;
    case "references":
      return audiences.references(audience.references.length);
  }
}

function splitParam(to: string): [string, string | undefined] {
  const at = to.indexOf(":");
  return at === -1 ? [to, undefined] : [to.slice(0, at), to.slice(at + 1)];
}
