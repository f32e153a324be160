import { bookingManager } from "@/lib/booking/manager";
import { env } from "@/lib/env";
import { currentAvailability } from "@/lib/events/current-availability";
import { store } from "./process-store";
import { waitingRooms } from "./rooms";
import { roomSettings } from "./settings";

/** Half of the bookings that may be in line for one event before the next is told that too many are. */
const CROWD = 2_000;

export const isCrowded = (eventId: number) => bookingManager.queue(eventId) > CROWD;

/** The waiting rooms of this process. */
export const rooms = waitingRooms({
  store,
  settingsOf: roomSettings,
  availabilityOf: async (slug) => (await currentAvailability(slug))?.availability ?? null,
  isBusy: isCrowded,
  perMinute: env.WAITING_ROOM_PER_MINUTE,
});
