import { zoneName } from "@/lib/time/format";
import { findTimeZone, listPlaceZones } from "@/lib/time/time-zone";
import { zoneAliases, zoneCity, zoneCountry } from "@/lib/time/zone-labels";
import { timeZoneOptions } from "@/texts/account";

const HOUR_MS = 3_600_000;
type Option = { zone: string; label: string; aliases: string };
/** Formatting all time zones takes longer than the rest of a page. Their offsets change when clocks do. */
let cachedOptions: { hour: number; options: Option[] } = { hour: Number.NaN, options: [] };

function getPlaceOptions(now: Date): Option[] {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  if (cachedOptions.hour !== hour) {
    const options = listPlaceZones().map((zone) => toOption(zone, now));
    cachedOptions = { hour, options: options.sort((a, b) => a.label.localeCompare(b.label, "en")) };
  }
  return cachedOptions.options;
}

/** "Buenos Aires, Argentina (GMT−3)": starts with the city, which people type to find it in the list. */
function toOption(zone: string, now: Date): Option {
  const [city, country, offset] = [zoneCity(zone), zoneCountry(zone), zoneName(now, zone)];
  const place = country && country !== city ? `${city}, ${country}` : city;
  const label = offset === city ? city : `${place} (${offset})`;
  return { zone, label, aliases: [zone, ...zoneAliases(zone)].join(" ") };
}

/** Every time zone by the name of its city, and the chosen zone where it has none. Rendered on the server only. */
export function ZoneOptions({ chosen, now }: { chosen: string | null; now: Date }) {
  const isPlace = !chosen || findTimeZone(chosen) === chosen;
  return (
    <>
      {isPlace ? null : <option value={chosen}>{timeZoneOptions.choosePlace(chosen)}</option>}
      {getPlaceOptions(now).map(({ zone, label, aliases }) => (
        <option key={zone} value={zone} data-also={aliases}>
          {label}
        </option>
      ))}
    </>
  );
}

/** The same for an account, where a time zone is optional. */
export function TimeZoneOptions(props: { chosen: string | null; now: Date }) {
  return (
    <>
      <option value="">{timeZoneOptions.ofDevice}</option>
      <ZoneOptions {...props} />
    </>
  );
}
