import { bigint, timestamp } from "drizzle-orm/pg-core";

/** Internal key. Never leaves the server: public addresses use slugs, references and codes. */
export const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

export const foreignKey = (name: string) => bigint(name, { mode: "number" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();
