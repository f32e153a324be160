import { TIME_ZONE_PATTERN } from "@/db/schema/time-zone-pattern";
import { zoneLinks } from "./zone-links";

const shape = new RegExp(TIME_ZONE_PATTERN);

const namesByKey = new Map<string, string>();

function names(): ReadonlyMap<string, string> {
  if (namesByKey.size > 0) return namesByKey;
  // Which name of a place is listed, Calcutta or Kolkata, depends on the engine.
  for (const listed of Intl.supportedValuesOf("timeZone")) {
    const name = zoneLinks.get(listed) ?? listed;
    if (!shape.test(name)) continue;
    namesByKey.set(listed.toLowerCase(), name);
    namesByKey.set(name.toLowerCase(), name);
  }
  for (const [link, name] of zoneLinks) {
    if (namesByKey.has(name.toLowerCase())) namesByKey.set(link.toLowerCase(), name);
  }
  for (const universal of ["utc", "etc/utc"]) namesByKey.set(universal, "UTC");
  return namesByKey;
}

/**
 * The time zone that a text names, by the present IANA name of its place: "Europe/Berlin" for "europe/berlin",
 * "Asia/Kolkata" for "Asia/Calcutta", "UTC". Null for everything else, abbreviations and offsets above all: engines
 * take BST for Bangladesh and databases for Britain, and +02:00 lies east for one and west for the other.
 */
export function findTimeZone(text: string): string | null {
  return names().get(text.trim().replaceAll(" ", "_").toLowerCase()) ?? null;
}

/** Every place that `findTimeZone` knows, by its present name, and UTC. */
export function listPlaceZones(): string[] {
  return [...new Set(names().values())].sort();
}
