import type { Audience } from "@/lib/operations/detail";

/** As many as fit into an address; the list of attendees has "everybody" for more. */
export const MAX_CHOSEN_REFERENCES = 500;

const REFERENCE = /^[0-9A-Z]{4,20}$/;

/** Who `?to=` names, such as `all`, `type:k3x9`, `waitlist` or `references:7K3PX9QZ2M,…`; null for anything else. */
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

/** In words, for whoever sends it. */
export function describeAudience(audience: Audience): string {
  switch (audience.kind) {
    case "all":
      return "Everybody with a booking";
    case "type":
      return `Everybody with “${audience.name}”`;
    case "waitlist":
      return "The waitlist";
    case "references": {
      const { length } = audience.references;
      return length === 1 ? "One chosen booking" : `${length} chosen bookings`;
    }
  }
}

function splitParam(to: string): [string, string | undefined] {
  const at = to.indexOf(":");
  return at === -1 ? [to, undefined] : [to.slice(0, at), to.slice(at + 1)];
}
