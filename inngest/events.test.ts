import type { InngestFunction } from "inngest";
import { expect, test } from "vitest";
import * as events from "./events";
import { functions } from "./index";

/** The names of the events that start or cancel runs of a function. */
function eventsOf({ opts }: InngestFunction.Any): string[] {
  const { triggers = [], cancelOn = [] } = opts;
  return [...triggers, ...cancelOn].map((by) => {
    if ("cron" in by) return "";
    return typeof by.event === "string" ? by.event : by.event.name;
  });
}

test.each(Object.values(events).map(({ name }) => name))("%s starts or cancels something", (name) => {
  expect(functions.filter((fn) => eventsOf(fn).includes(name)).map((fn) => fn.id())).not.toEqual([]);
});
