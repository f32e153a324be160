import type { EventState, TicketTypeState } from "./state";
import type { WaitingRoomStage } from "./waiting-room-stage";

/** The data of an event card. */
export type EventSummary = {
  slug: string;
  name: string;
  summary: string;
  category: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  venue: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 4217. */
  currency: string;
  /** The address that the files of its picture begin with. */
  coverImage: string | null;
  /** Lowest and highest price in minor units; null while there are no ticket types. */
  prices: { from: number; to: number } | null;
  state: EventState;
  left: number;
  /** It has started and not ended. */
  isOn: boolean;
};

type TicketTypeInfo = {
  code: string;
  name: string;
  description: string;
  /** Minor units. */
  price: number;
  salesStartAt: Date | null;
  salesEndAt: Date | null;
};

/** The data of an event's page. */
export type EventDetail = EventSummary & {
  /** Markdown. */
  description: string;
  address: string;
  organizer: { slug: string; name: string };
  salesStartAt: Date | null;
  salesEndAt: Date | null;
  maxTicketsPerBooking: number;
  holdMinutes: number;
  cancellationCutoffHours: number;
  paymentMethod: "venue" | "online";
  waitlistEnabled: boolean;
  waitingRoom: boolean;
  updatedAt: Date;
  ticketTypes: TicketTypeInfo[];
  availability: Availability;
};

/** The response of GET /api/events/[slug]/availability. */
export type Availability = {
  state: EventState;
  left: number;
  /** It has started and not ended. */
  isOn: boolean;
  /** The waitlist can be joined: sales are open, and the event or a ticket type is sold out. */
  waitlistOpen: boolean;
  ticketTypes: { code: string; state: TicketTypeState; left: number }[];
  /** The stage of the waiting room; null without one. */
  room: WaitingRoomStage | null;
  /** Server time, ISO. */
  at: string;
};

/** One page of search results. */
export type SearchPage = {
  events: EventSummary[];
  /** Exact if `isCounted`, else a lower bound. At most `countLimit` and one more. */
  count: number;
  countLimit: number;
  isCounted: boolean;
  /** Cursors; null where there is no such page. */
  previous: string | null;
  next: string | null;
};

/** A suggestion below the search field. */
export type Suggestion = { kind: "city" | "event"; title: string; detail: string; href: string };
