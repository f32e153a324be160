import { pgEnum, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, foreignKey, identity } from "./columns";
import { users } from "./users";

export const organizers = pgTable(
  "organizers",
  {
    id: identity(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** Markdown. */
    about: text("about").notNull().default(""),
    city: text("city"),
    website: text("website"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("organizers_slug_key").on(t.slug)],
);

export const organizerRole = pgEnum("organizer_role", ["owner", "manager", "door_staff"]);

export const organizerMembers = pgTable(
  "organizer_members",
  {
    organizerId: foreignKey("organizer_id")
      .notNull()
      .references(() => organizers.id, { onDelete: "cascade" }),
    userId: foreignKey("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: organizerRole("role").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organizerId, t.userId] })],
);
