import { userSearchColumns } from "@/lib/search/vector";

/** How many bookings each loaded event has. */
const BOOKINGS_EACH = 500;
/** The people who make them: each has a history. */
const PEOPLE = 100_000;
const SEATS = 2;
const PRICE = 2_500;
const DAY = 86_400_000;

/** Where the numbering of each table starts, and what everything is counted back from. */
export type LoadedIds = {
  organizer: number;
  person: number;
  event: number;
  type: number;
  booking: number;
  now: number;
};

/** Each number below 2³² becomes another, far from its neighbours': as random as a real reference is to an index. */
const scatter = (number: number) => Math.imul(number + 1, 0x9e3779b1) >>> 0;
const hex = (number: number, digits: number) => number.toString(16).padStart(digits, "0");
const uuid = (number: number) => `${hex(scatter(number), 8)}-5eed-4000-8000-${hex(number, 12)}`;
const toIso = (time: number) => new Date(time).toISOString();

/** Booking `number` of `howMany`: of a hundred, 90 confirmed, 8 cancelled, 2 expired; over the last year, in order of time. */
function booking(number: number, howMany: number, ids: LoadedIds) {
  const events = Math.ceil(howMany / BOOKINGS_EACH);
  // Neighbours in time are of different events and people.
  const event = (number * 7_919) % events;
  const person = (event * 131 + Math.floor(number / events) * 7) % PEOPLE;
  const status = number % 100 < 90 ? "confirmed" : number % 100 < 98 ? "cancelled" : "expired";
  return {
    id: ids.booking + number,
    eventId: ids.event + event,
    typeId: ids.type + event,
    userId: ids.person + person,
    status,
    bookedAt: ids.now - 365 * DAY + Math.floor((number / howMany) * 360 * DAY),
  };
}

export function* people(ids: LoadedIds) {
  for (let number = 0; number < PEOPLE; number += 1) {
    const [name, email] = [`Attendee ${number}`, `attendee-${number}@loaded.example.com`];
    const { search, folding } = userSearchColumns({ name, email });
    yield [ids.person + number, name, email, toIso(ids.now), toIso(ids.now), search, folding];
  }
}

/** Past events, so that nothing lists them, with seats left. The counters are set once the bookings are there. */
export function* events(howMany: number, ids: LoadedIds) {
  const seats = BOOKINGS_EACH * SEATS;
  for (let number = 0; number < Math.ceil(howMany / BOOKINGS_EACH); number += 1) {
    const start = ids.now - (1 + (number % 300)) * DAY;
    const where = ["UTC", "Foundry Hall", "Lisbon", "PT", "EUR"];
    const names = [`loaded-${number}`, `Loaded evening ${number}`, "music"];
    yield [
      ids.event + number,
      ids.organizer,
      ...names,
      toIso(start),
      toIso(start + DAY / 8),
      ...where,
      "published",
      seats,
      seats,
    ];
  }
}

export function* ticketTypes(howMany: number, ids: LoadedIds) {
  for (let number = 0; number < Math.ceil(howMany / BOOKINGS_EACH); number += 1) {
    yield [ids.type + number, ids.event + number, `L${hex(number, 9)}`, "Standard", PRICE];
  }
}

export function* bookings(howMany: number, ids: LoadedIds) {
  for (let number = 0; number < howMany; number += 1) {
    const { id, eventId, userId, status, bookedAt } = booking(number, howMany, ids);
    const time = toIso(bookedAt);
    const reference = `L${hex(scatter(number), 8).toUpperCase()}`;
    const ended = status === "cancelled" ? toIso(bookedAt + DAY) : null;
    const row = [id, reference, eventId, userId, status, SEATS, SEATS * PRICE, "EUR", "checkout", uuid(number), time];
    yield [...row, toIso(bookedAt + 600_000), status === "expired" ? null : time, ended];
  }
}

export function* bookingItems(howMany: number, ids: LoadedIds) {
  for (let number = 0; number < howMany; number += 1) {
    const { id, typeId } = booking(number, howMany, ids);
    yield [id, typeId, SEATS, PRICE];
  }
}

export function* auditLog(howMany: number, ids: LoadedIds) {
  for (let number = 0; number < howMany; number += 1) {
    const { id, eventId, userId, bookedAt } = booking(number, howMany, ids);
    yield [userId, "booking.held", ids.organizer, eventId, id, toIso(bookedAt)];
  }
}

export function* outbox(howMany: number, ids: LoadedIds) {
  for (let number = 0; number < howMany; number += 1) {
    const { id, bookedAt } = booking(number, howMany, ids);
    yield [uuid(number), "booking/held", `{"bookingId":${id}}`, toIso(bookedAt), toIso(bookedAt)];
  }
}
