import { sql } from "drizzle-orm";
import { events } from "@/db/schema";
import { coverKey } from "./cover-key";
import { storage } from "./storage";

/** The address that the files of an event's picture begin with; null where it has none of ours. */
export const coverColumn = sql<string | null>`${events.coverImage}`.mapWith((key: string) =>
  coverKey.safeParse(key).success ? storage.url(key) : null,
);
