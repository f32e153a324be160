import { sql } from "drizzle-orm";
import { events } from "@/db/schema";
import { coverKey } from "./cover-key";
import { storage } from "./storage";

/** The address that the files of an event's cover begin with; null without a valid cover. */
export const coverColumn = sql<string | null>`${events.coverImage}`.mapWith((key: string) =>
  coverKey.safeParse(key).success ? storage.url(key) : null,
);
