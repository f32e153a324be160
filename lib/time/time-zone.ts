import { TIME_ZONE_PATTERN } from "@/db/schema/time-zone-pattern";
import { zoneLinks } from "./zone-links";

const pattern = new RegExp(TIME_ZONE_PATTERN);

const namesByKey = new Map<string, string>();

function names(): ReadonlyMap<string, string> {
  if (namesByKey.size > 0) return namesByKey;
  // Engines list a zone by different names, as Calcutta or Kolkata.
  for (const listed of Intl.supportedValuesOf("timeZone")) {
    const name = zoneLinks.get(listed) ?? listed;
    if (!pattern.test(name)) continue;
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
 * The time zone that a text names, by its current IANA name: "Europe/Berlin" for "europe/berlin", "Asia/Kolkata" for
 * "Asia/Calcutta", "UTC". Null for everything else. Abbreviations and offsets are refused: engines read BST as
 * Bangladesh and databases as Britain, and +02:00 is east for one and west for the other.
 */
export function findTimeZone(text: string): string | null {
  return names().get(text.trim().replaceAll(" ", "_").toLowerCase()) ?? null;
}

/** Every zone that `findTimeZone` knows, by its current name, and UTC. */
export function listPlaceZones(): string[] {
  return [...new Set(names().values())].sort();
}
