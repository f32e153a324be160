import { bookingManager } from "@/lib/booking/manager";
import { reserving } from "@/lib/booking/turnstile";
import { env } from "@/lib/env";
import { createCurrentAvailability } from "@/lib/events/current-availability";
import { perProcess } from "@/lib/per-process";
import { redis } from "@/lib/redis/client";
import { waitingRooms } from "./rooms";
import { selfOpening } from "./self-opening";
import { roomSettings } from "./settings";
import { roomStore } from "./store";

const store = roomStore(redis);

/** The rooms that have opened by themselves. */
export const selfOpened = perProcess("selfOpened", () => selfOpening(store));

export const currentAvailability = perProcess("currentAvailability", () =>
  createCurrentAvailability({ redis, isRoomOpen: selfOpened.isOpen }),
);

/** Half of the bookings that may be in line for one event before the next is told that too many are. */
const CROWD = 2_000;

export const isCrowded = ({ id, slug }: { id: number; slug: string }) =>
  reserving.waiting(slug) + bookingManager.queue(id) > CROWD;

/** The waiting rooms of this process. */
export const rooms = perProcess("rooms", () =>
  waitingRooms({
    store,
    settingsOf: roomSettings,
    availabilityOf: async (slug) => (await currentAvailability(slug))?.availability ?? null,
    isBusy: ({ eventId, slug }) => isCrowded({ id: eventId, slug }),
    perMinute: env.WAITING_ROOM_PER_MINUTE,
  }),
);
