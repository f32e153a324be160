import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, foreignKey, identity, instant } from "./columns";
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
  (t) => [primaryKey({ columns: [t.organizerId, t.userId] }), index("organizer_members_by_user_idx").on(t.userId)],
);

/** A seat in a team, offered by email. The link carries the id and a signature, as the account's links do. */
export const teamInvitations = pgTable(
  "team_invitations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    organizerId: foreignKey("organizer_id")
      .notNull()
      .references(() => organizers.id, { onDelete: "cascade" }),
    /** Lower case. */
    email: text("email").notNull(),
    role: organizerRole("role").notNull(),
    invitedBy: foreignKey("invited_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("team_invitations_one_open_key")
      .on(t.organizerId, t.email)
      .where(sql`accepted_at is null and revoked_at is null`),
  ],
);
