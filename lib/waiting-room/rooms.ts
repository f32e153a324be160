import { createTtlCache } from "@/lib/cache/ttl-cache";
import { withDeadline } from "@/lib/deadline";
import type { EventState } from "@/lib/events/state";
import type { Availability } from "@/lib/events/types";
import { lobbyOpensAt, waitingRoomStageAt } from "@/lib/events/waiting-room-stage";
import { log } from "@/lib/log";
import { createKnownVisitors, type KnownVisitors } from "./known-visitors";
import type { RoomSettings } from "./settings";
import type { AdmissionUse, AdmissionUseOutcome, JoinIntent, QueuePosition, RoomStore, Snapshot } from "./store";
import { lobbyDraw } from "./visitor";

const CACHE_LIFETIME_MS = 1_000;
const REDIS_TIMEOUT_MS = 1_000;
/** Redis counts as lost only after this time without an answer, as under load answers may be late. */
const LOST_AFTER_MS = 5_000;
const MAX_ROOMS = 1_000;

export type OpenRoom = {
  kind: "lobby" | "open";
  eventId: number;
  slug: string;
  opensAt: Date | null;
  availability: Availability;
  snapshot: Snapshot;
  isPaused: boolean;
  /** As set, not as measured. */
  perMinute: number;
};

/** A room as all visitors see it. */
export type Room =
  | { kind: "none" }
  /** No queue, as sales have not opened (`opensAt`: where known) or are over. */
  | { kind: "closed"; isOver: boolean; opensAt: Date | null }
  /** The lobby opens later. */
  | { kind: "early"; slug: string; opensAt: Date; lobbyAt: Date }
  /** Redis is unavailable: tickets are sold without a waiting room. */
  | { kind: "lost"; slug: string }
  | OpenRoom;

export type RoomDependencies = {
  store: RoomStore;
  settingsOf: (slug: string) => Promise<RoomSettings | null>;
  availabilityOf: (slug: string) => Promise<Availability | null>;
  /** Whether too many requests for the event wait in this process. */
  isBusy: (settings: RoomSettings) => boolean;
  /** The default rate. */
  perMinute: number;
  now?: () => number;
};

/** A room without a queue: tickets are on sale without waiting, or not on sale. */
function toClosedRoom(state: EventState, opensAt: Date | null, now: number): Room {
  const isOver = state === "sales_closed" || state === "past" || state === "cancelled";
  if (!isOver && state !== "not_yet") return { kind: "none" };
  return { kind: "closed", isOver, opensAt: !isOver && opensAt && opensAt.getTime() > now ? opensAt : null };
}

/** The waiting rooms of this process. Each is read from Redis at most once a second, however many visitors wait. */
export function createWaitingRooms({
  store,
  settingsOf,
  availabilityOf,
  isBusy,
  perMinute,
  now = Date.now,
}: RoomDependencies) {
  const waiters = new Map<number, KnownVisitors>();
  const latest = new Map<number, { snapshot: Snapshot; at: number }>();
  let isLost = false;

  function waitersOf(eventId: number): KnownVisitors {
    const existing = waiters.get(eventId);
    if (existing) return existing;
    const created = createKnownVisitors(eventId, store, now);
    waiters.set(eventId, created);
    for (const oldest of waiters.keys()) {
      if (waiters.size <= MAX_ROOMS) break;
      waiters.delete(oldest);
      latest.delete(oldest);
    }
    return created;
  }

  function ask(eventId: number, visitor: string, intent: JoinIntent): Promise<QueuePosition> {
    return withDeadline(
      waitersOf(eventId).ask({ visitor, score: lobbyDraw(eventId, visitor), intent }),
      REDIS_TIMEOUT_MS,
    );
  }

  function found() {
    if (isLost) log.info("waiting-room.redis.recovered");
    isLost = false;
  }

  function lost(eventId: number, error: unknown) {
    if (!isLost)
      log.warn("waiting-room.redis.lost", { eventId, error: error instanceof Error ? error.name : "unknown" });
    isLost = true;
  }

  async function snapshotOf(settings: RoomSettings, availability: Availability, isOpen: boolean) {
    const { eventId } = settings;
    const rate = settings.isPaused || isBusy(settings) ? 0 : (settings.admissionsPerMinute ?? perMinute);
    const isSelling = availability.state === "on_sale" || availability.state === "few_left";
    const tick = {
      perMinute: rate,
      seatsLeft: isSelling ? availability.left : 0,
      isOpen,
      isMarked: settings.isMarked,
    };
    // Sent in one request, heartbeats first, so that visitors who are present count as present.
    const beat = store.beat(eventId, waitersOf(eventId).drainHeartbeats());
    const [, snapshot] = await withDeadline(Promise.all([beat, store.tick(eventId, tick)]), REDIS_TIMEOUT_MS);
    return snapshot;
  }

  async function load(slug: string): Promise<Room> {
    const settings = await settingsOf(slug);
    const availability = settings && (await availabilityOf(slug));
    if (!settings || !availability) return { kind: "none" };
    const { eventId, opensAt, isPaused } = settings;
    const { state } = availability;
    const stage = waitingRoomStageAt({ hasRoom: true, state, opensAt }, new Date(now()));
    const lobbyAt = lobbyOpensAt(opensAt);
    if (!stage) {
      const isToCome = settings.isMarked && opensAt && lobbyAt && state === "not_yet";
      if (isToCome) return { kind: "early", slug: settings.slug, opensAt, lobbyAt };
      return toClosedRoom(state, opensAt, now());
    }
    const room = {
      kind: stage,
      eventId,
      slug: settings.slug,
      opensAt,
      availability,
      isPaused,
      perMinute: settings.admissionsPerMinute ?? perMinute,
    };
    try {
      const snapshot = await snapshotOf(settings, availability, stage === "open");
      found();
      if (!snapshot) return toClosedRoom(state, opensAt, now());
      latest.set(eventId, { snapshot, at: now() });
      return { ...room, snapshot };
    } catch (error) {
      const last = latest.get(eventId);
      if (last && now() - last.at < LOST_AFTER_MS) return { ...room, snapshot: last.snapshot };
      lost(eventId, error);
      return { kind: "lost", slug: settings.slug };
    }
  }

  const roomOf = createTtlCache({ lifetimeMs: CACHE_LIFETIME_MS, maxEntries: MAX_ROOMS, load, now });

  return {
    roomOf,

    /** The visitor's position in an open room: from memory, or by a batched Redis call. */
    async standing(room: OpenRoom, visitor: string, intent: JoinIntent): Promise<QueuePosition> {
      const { eventId, snapshot } = room;
      const recalled = waitersOf(eventId).recall(visitor, snapshot.opened === 0 ? null : snapshot.cursor);
      return recalled ?? ask(eventId, visitor, intent);
    },

    /**
     * When the visitor's turn ends; null while it is not their turn. Always read from Redis: this process may remember the
     * visitor as waiting although another process has just announced the turn.
     */
    async admittedUntil({ eventId }: OpenRoom, visitor: string): Promise<number | null> {
      const standing = await ask(eventId, visitor, "look");
      return standing.kind === "in" ? standing.until : null;
    },

    /** Uses an admission; `used` where another attempt has. Rejects where Redis does not answer. */
    use: (eventId: number, use: AdmissionUse) => withDeadline(store.use(eventId, use), REDIS_TIMEOUT_MS),

    end: (eventId: number, use: AdmissionUse, outcome: AdmissionUseOutcome) =>
      withDeadline(store.end(eventId, use, outcome), REDIS_TIMEOUT_MS),

    lost,
  };
}
