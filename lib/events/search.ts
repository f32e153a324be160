import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { db } from "@/db/client";
import { readSearchPage } from "./read-search-page";
import type { EventSearch } from "./schema";
import type { SearchPage } from "./types";

/** A page of search results, shared by everybody who searches for the same within a minute. */
export async function searchEvents(search: EventSearch): Promise<SearchPage> {
  "use cache";
  cacheTag("events");
  cacheLife({ stale: 30, revalidate: 60, expire: 300 });
  return readSearchPage(db, search);
}
