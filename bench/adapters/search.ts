import { connect } from "@/db/connect";
import { seedDemo } from "@/db/seed/demo";
import { readSearchPage } from "@/lib/events/read-search-page";
import type { EventSearch } from "@/lib/events/schema";
import { answer } from "./answer";

const PAGE_SIZE = 24;

/** Searches in this commit's own database, filled by its own seed. */
const url = process.env.DATABASE_URL ?? "";
const { db } = connect(url, { max: 4 });

/** Milliseconds for the requested page, without the pages before it. */
async function timed(search: EventSearch, page: number) {
  const earlier = page > 1 ? await readSearchPage(db, search, { pageSize: (page - 1) * PAGE_SIZE }) : null;
  const asked = earlier?.next ? { ...search, after: earlier.next } : search;
  const began = performance.now();
  await readSearchPage(db, asked);
  return performance.now() - began;
}

answer({
  seed: (events: number) => seedDemo({ url, events }),
  ask: async ({ searches, page }: { searches: EventSearch[]; page: number }) => {
    const times: number[] = [];
    for (const search of searches) times.push(await timed(search, page));
    return times;
  },
});
