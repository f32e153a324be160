import { type LoadedBooking, type LoadedEventData, type OpenWaitlistEntry, takeId } from "./load";
import type { PendingWrites } from "./pending-writes";

type Booking = Readonly<LoadedBooking>;
type EntryKey = { id: number; userId: number };

/** The waiting and offered entries of an event under its row lock, with the changes of this transaction so far. */
export class OpenWaitlist {
  private readonly entries = new Map<number, OpenWaitlistEntry>();
  private readonly waiting: Set<number>;
  private readonly newIds: number[];
  private length: number;
  /** Of entries that stopped waiting in this transaction. */
  private readonly freedPositions: number[] = [];

  constructor(
    read: Pick<LoadedEventData, "entries" | "waiting" | "waitlistLength" | "ids">,
    private readonly writes: Pick<PendingWrites, "newEntries" | "entryOutcomes">,
  ) {
    this.waiting = new Set(read.waiting);
    this.length = read.waitlistLength;
    this.newIds = read.ids.entries;
    this.load(read.entries);
  }

  load(entries: OpenWaitlistEntry[]) {
    for (const entry of entries) {
      if (!this.entries.get(entry.userId)?.position) this.entries.set(entry.userId, entry);
    }
  }

  /** The user's entry; only known if the request asked for it. */
  entryFor(userId: number): Readonly<OpenWaitlistEntry> | undefined {
    return this.entries.get(userId);
  }

  /** The entry that this booking was offered to. */
  openOffer({ id, userId }: Booking): Readonly<OpenWaitlistEntry> | undefined {
    const entry = this.entries.get(userId);
    return entry?.status === "offered" && entry.bookingId === id ? entry : undefined;
  }

  /** 1 for the next to be served. */
  positionOf({ position }: Readonly<OpenWaitlistEntry>): number {
    if (position === null) throw new Error("The position of this waitlist entry was not requested");
    return position - this.freedPositions.filter((other) => other < position).length;
  }

  /** Whether a user other than this one waits for the event and may be served. */
  isAnyoneWaiting(exceptUserId = 0): boolean {
    return this.waiting.size > (this.waiting.has(exceptUserId) ? 1 : 0);
  }

  /** Adds a user at the end. */
  add(entry: { userId: number; ticketTypeId: number | null; quantity: number; acceptFewer: boolean }) {
    const id = takeId(this.newIds);
    const waiting = { id, status: "waiting", bookingId: null } as const;
    this.writes.newEntries.set(id, { ...entry, ...waiting });
    this.length += 1;
    const open: OpenWaitlistEntry = { ...waiting, userId: entry.userId, position: this.length };
    this.entries.set(entry.userId, open);
    this.waiting.add(entry.userId);
    return open;
  }

  /** Ends an entry, with or without a booking. */
  close(entry: EntryKey, status: "converted" | "expired" | "left", bookingId?: number) {
    const open = this.entries.get(entry.userId);
    const isOpen = open?.id === entry.id;
    this.setOutcome(entry.id, status, bookingId ?? (isOpen ? open.bookingId : null));
    this.waiting.delete(entry.userId);
    if (!isOpen) return;
    this.entries.delete(entry.userId);
    if (open.position !== null) this.freedPositions.push(open.position);
  }

  /** Records that a hold was offered to an entry. */
  offer(entry: EntryKey, hold: Booking) {
    this.setOutcome(entry.id, "offered", hold.id);
    this.waiting.delete(entry.userId);
    this.entries.set(entry.userId, { ...entry, status: "offered", bookingId: hold.id, position: null });
  }

  /** Ends the entry of a user who has a confirmed booking, whether by an offer or otherwise. */
  stopWaiting({ id, userId, expiredEntryId }: Booking) {
    const entry = this.entries.get(userId);
    if (entry) this.close(entry, "converted", id);
    if (expiredEntryId) this.setOutcome(expiredEntryId, "converted", id);
    this.waiting.delete(userId);
  }

  private setOutcome(id: number, status: "offered" | "converted" | "expired" | "left", bookingId: number | null) {
    const joined = this.writes.newEntries.get(id);
    if (joined) Object.assign(joined, { status, bookingId });
    else this.writes.entryOutcomes.set(id, { status, bookingId });
  }
}
