import type { EventState, TicketTypeState } from "./state";
import type { WaitingRoomStage } from "./waiting-room-stage";

/** An event as a card in a list shows it. */
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
  /** It has begun and is not over. */
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

/** Everything about an event that its own page shows. */
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
  waitlistEnabled: boolean;
  waitingRoom: boolean;
  updatedAt: Date;
  ticketTypes: TicketTypeInfo[];
  availability: Availability;
};

/** The answer of GET /api/events/[slug]/availability. */
export type Availability = {
  state: EventState;
  left: number;
  /** It has begun and is not over. */
  isOn: boolean;
  /** Somebody may join the waitlist: sales are open, and the event or one of its ticket types is sold out. */
  waitlistOpen: boolean;
  ticketTypes: { code: string; state: TicketTypeState; left: number }[];
  /** Whether visitors gather in a lobby, or are let in one after another. */
  room: WaitingRoomStage | null;
  /** Server time, ISO. */
  at: string;
};

/** One page of search results. */
export type SearchPage = {
  events: EventSummary[];
  /** Exact where `isCounted`, else how many there are at least; `countLimit` and one more at most. */
  count: number;
  countLimit: number;
  isCounted: boolean;
  /** Cursors; null where there is no such page. */
  previous: string | null;
  next: string | null;
};

/** What the field for words offers while somebody types. */
export type Suggestion = { kind: "city" | "event"; title: string; detail: string; href: string };
