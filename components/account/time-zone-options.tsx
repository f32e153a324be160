import { zoneName } from "@/lib/time/format";
import { placeZones, timeZoneNamed } from "@/lib/time/time-zone";
import { zoneCity, zoneCountry, zoneOldNames } from "@/lib/time/zone-words";

const HOUR_MS = 3_600_000;
type Option = { zone: string; label: string; also: string };
/** Asking for the names of all zones takes longer than the rest of a page; they change when clocks do. */
let kept: { hour: number; options: Option[] } = { hour: Number.NaN, options: [] };

function places(now: Date): Option[] {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  if (kept.hour !== hour) {
    const options = placeZones().map((zone) => optionOf(zone, now));
    kept = { hour, options: options.sort((a, b) => a.label.localeCompare(b.label, "en")) };
  }
  return kept.options;
}

/** "Buenos Aires, Argentina (GMT−3)": it begins with what one types to find it in the list. */
function optionOf(zone: string, now: Date): Option {
  const [city, country, offset] = [zoneCity(zone), zoneCountry(zone), zoneName(now, zone)];
  const place = country && country !== city ? `${city}, ${country}` : city;
  const label = offset === city ? city : `${place} (${offset})`;
  return { zone, label, also: [zone, ...zoneOldNames(zone)].join(" ") };
}

/** Every place, by the name of its city, and the chosen zone where it is none. Rendered on the server only. */
export function ZoneOptions({ chosen, now }: { chosen: string | null; now: Date }) {
  const isPlace = !chosen || timeZoneNamed(chosen) === chosen;
  return (
    <>
      {isPlace ? null : <option value={chosen}>{`${chosen} (choose a place)`}</option>}
      {places(now).map(({ zone, label, also }) => (
        <option key={zone} value={zone} data-also={also}>
          {label}
        </option>
      ))}
    </>
  );
}

/** The same for one's account, where none need be chosen. */
export function TimeZoneOptions(props: { chosen: string | null; now: Date }) {
  return (
    <>
      <option value="">Use device time zone</option>
      <ZoneOptions {...props} />
    </>
  );
}
