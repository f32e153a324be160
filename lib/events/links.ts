import type { EventDetail } from "./types";

type EventAddress = Pick<EventDetail, "venue" | "address" | "city">;

/** Street and city. Many addresses contain the city already. */
function addressText({ address, city }: Omit<EventAddress, "venue">) {
  if (!address) return city;
  return address.includes(city) ? address : `${address}, ${city}`;
}

export const venueAddressText = (place: EventAddress) => `${place.venue}, ${addressText(place)}`;

/** Opens the device's map with directions to the venue. */
export function directionsUrl(place: EventAddress) {
  return `https://www.google.com/maps/dir/?${new URLSearchParams({ api: "1", destination: venueAddressText(place) })}`;
}

const toGoogleDate = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

export function googleCalendarUrl(
  event: EventAddress & Pick<EventDetail, "name" | "summary" | "startsAt" | "endsAt">,
  url: string,
) {
  const query = new URLSearchParams({
    action: "TEMPLATE",
    text: event.name,
    dates: `${toGoogleDate(event.startsAt)}/${toGoogleDate(event.endsAt)}`,
    location: venueAddressText(event),
    details: [event.summary, url].filter(Boolean).join("\n\n"),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}
