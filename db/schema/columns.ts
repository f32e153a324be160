import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/** Internal key. Never leaves the server: public addresses use slugs, references and codes. */
export const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

export const foreignKey = (name: string) => bigint(name, { mode: "number" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What the clocks of a place show, `2027-07-04T19:00`, beside the instant that it was when it was written. */
export const wallTime = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp",
  fromDriver: (shown) => shown.slice(0, 16).replace(" ", "T"),
});

export const createdAt = () => instant("created_at").notNull().defaultNow();
