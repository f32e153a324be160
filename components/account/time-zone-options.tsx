import { zoneName } from "@/lib/time/format";

function byRegion(zones: string[]) {
  const regions = new Map<string, string[]>();
  for (const zone of zones) {
    const region = zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "Other";
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions];
}

const HOUR_MS = 3_600_000;
/** Asking for the names of all zones takes longer than the rest of a page; they change when clocks do. */
const kept = { hour: 0, labels: new Map<string, string>() };

function label(zone: string, now: Date) {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  if (kept.hour !== hour) kept.labels.clear();
  kept.hour = hour;
  const known = kept.labels.get(zone) ?? labelAt(zone, now);
  kept.labels.set(zone, known);
  return known;
}

/** "Buenos Aires (GMT−3)": it begins with what one types to find it in the list. */
function labelAt(zone: string, now: Date) {
  const city = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  const name = zoneName(now, zone);
  return name === city ? city : `${city} (${name})`;
}

/** The zones this runtime knows, and the chosen one in case it goes by an older name. Rendered on the server only. */
export function ZoneOptions({ chosen, now }: { chosen: string | null; now: Date }) {
  const known = Intl.supportedValuesOf("timeZone");
  const zones = chosen && !known.includes(chosen) ? [chosen, ...known] : known;
  return byRegion(zones).map(([region, members]) => (
    <optgroup key={region} label={region}>
      {members.map((zone) => (
        <option key={zone} value={zone}>
          {label(zone, now)}
        </option>
      ))}
    </optgroup>
  ));
}

/** The same for one's account, where none need be chosen. */
export function TimeZoneOptions(props: { chosen: string | null; now: Date }) {
  return (
    <>
      <option value="">The one of the device I am on</option>
      <ZoneOptions {...props} />
    </>
  );
}
