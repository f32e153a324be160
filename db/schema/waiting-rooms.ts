import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable } from "drizzle-orm/pg-core";
import { foreignKey, instant } from "./columns";
import { events } from "./events";

/**
 * A team's settings of an event's waiting room. Not in the event's row, which is locked all the time while the waiting
 * room is needed. The queue is in Redis.
 */
export const waitingRooms = pgTable(
  "waiting_rooms",
  {
    eventId: foreignKey("event_id")
      .primaryKey()
      .references(() => events.id),
    /** Null: the default rate of this installation. */
    admissionsPerMinute: integer("admissions_per_minute"),
    isPaused: boolean("is_paused").notNull().default(false),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [check("waiting_rooms_rate", sql`${t.admissionsPerMinute} between 1 and 60000`)],
);
