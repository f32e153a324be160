import type { EventDetail } from "./types";

type Place = Pick<EventDetail, "venue" | "address" | "city">;

/** Street and city; many an address names its city already. */
export function addressText({ address, city }: Omit<Place, "venue">) {
  if (!address) return city;
  return address.includes(city) ? address : `${address}, ${city}`;
}

export const placeText = (place: Place) => `${place.venue}, ${addressText(place)}`;

/** Opens the map the device has, with the way to the venue. */
export function directionsUrl(place: Place) {
  return `https://www.google.com/maps/dir/?${new URLSearchParams({ api: "1", destination: placeText(place) })}`;
}

const compact = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

export function googleCalendarUrl(
  event: Place & Pick<EventDetail, "name" | "summary" | "startsAt" | "endsAt">,
  url: string,
) {
  const query = new URLSearchParams({
    action: "TEMPLATE",
    text: event.name,
    dates: `${compact(event.startsAt)}/${compact(event.endsAt)}`,
    location: placeText(event),
    details: [event.summary, url].filter(Boolean).join("\n\n"),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}
