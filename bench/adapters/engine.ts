import { openHotEvents } from "@/bench/hot-event";
import { answer } from "./answer";

/** For buyers of this commit's own `buyers-cli`: an event in its own database for each round. */
const hot = await openHotEvents(process.env.DATABASE_URL ?? "", Number(process.env.PEOPLE));

answer({
  open: async () => ({ event: await hot.open(), people: hot.people }),
  bookingsOf: (eventId: number) => hot.bookingsOf(eventId),
});
