import { bookingManager } from "@/lib/booking/manager";
import { reservationLimiter } from "@/lib/booking/reservation-limiter";
import { env } from "@/lib/env";
import { createCurrentAvailability } from "@/lib/events/current-availability";
import { perProcess } from "@/lib/per-process";
import { redis } from "@/lib/redis/client";
import { createWaitingRooms } from "./rooms";
import { findRoomSettings } from "./settings";
import { createRoomStore } from "./store";
import { createSurgeRooms } from "./surge-rooms";

const store = createRoomStore(redis);

/** The rooms that were opened automatically. */
export const surgeRooms = perProcess("surgeRooms", () => createSurgeRooms(store));

export const currentAvailability = perProcess("currentAvailability", () =>
  createCurrentAvailability({ redis, isRoomOpen: surgeRooms.isOpen }),
);

/** Half of the requests that may wait for one event before further ones are refused as busy. */
const SURGE_QUEUE_LENGTH = 2_000;

export const isSurging = ({ id, slug }: { id: number; slug: string }) =>
  reservationLimiter.queueLength(slug) + bookingManager.queueLength(id) > SURGE_QUEUE_LENGTH;

/** The waiting rooms of this process. */
export const rooms = perProcess("rooms", () =>
  createWaitingRooms({
    store,
    settingsOf: findRoomSettings,
    availabilityOf: async (slug) => (await currentAvailability(slug))?.availability ?? null,
    isBusy: ({ eventId, slug }) => isSurging({ id: eventId, slug }),
    perMinute: env.WAITING_ROOM_PER_MINUTE,
  }),
);
