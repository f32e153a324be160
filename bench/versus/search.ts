import { percentile } from "@/bench/metrics";
import { makeSearches, searchCases } from "@/bench/search-cases";
import type { Comparison } from "./comparison";

const EVENTS = 1_000_000;
const SEARCHES = 100;

/** The search bench's cases at a million events: in each round, both commits are asked the same. */
export const search: Comparison = {
  name: "search",
  answer: "a search",
  values: Object.fromEntries(
    searchCases.map(({ name }) => [name, { name: `search: p95 of ${name}`, unit: "ms", bar: { atMost: 1.2 } }]),
  ),
  async open(sides) {
    const contenders = [];
    for (const side of sides) {
      const adapter = await side.adapter("search", { QUORIX_LOCAL_DATABASE: "true" });
      console.log(`${side.name}: ${EVENTS} events: creating …`);
      await adapter.call("seed", EVENTS);
      let rounds = 0;
      contenders.push({
        pids: [adapter.pid],
        async round() {
          const values: Record<string, number> = {};
          for (const [number, searchCase] of searchCases.entries()) {
            const searches = makeSearches(searchCase, 1_000 * number + rounds, SEARCHES);
            const times = await adapter.call<number[]>("ask", { searches, page: searchCase.page });
            values[searchCase.name] = percentile(times, 95);
          }
          rounds += 1;
          return { values, answered: searchCases.length * SEARCHES, failed: 0 };
        },
        close: () => adapter.close(),
      });
    }
    return contenders;
  },
};
