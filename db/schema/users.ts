import { sql } from "drizzle-orm";
import { boolean, check, index, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, foreignKey, identity, instant, searchColumns } from "./columns";
import { TIME_ZONE_PATTERN } from "./time-zone-pattern";

export const users = pgTable(
  "users",
  {
    id: identity(),
    name: text("name").notNull(),
    /** Lower case, so that the unique index makes addresses case-insensitive. */
    email: text("email").notNull(),
    /** argon2id; null for accounts that only sign in by link or provider. */
    hashedPassword: text("hashed_password"),
    emailVerifiedAt: instant("email_verified_at"),
    /** Sessions issued before this moment are invalid; set by a change of password. */
    sessionsValidFrom: instant("sessions_valid_from").notNull().defaultNow(),
    isActive: boolean("is_active").notNull().default(true),
    isSuperuser: boolean("is_superuser").notNull().default(false),
    /** A place, by its IANA name; null until the account says otherwise. */
    timeZone: text("time_zone"),
    createdAt: createdAt(),
    ...searchColumns(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(t.email),
    index("users_by_age_idx").on(t.createdAt, t.id),
    index("users_by_name_idx").on(sql`name collate "und-x-icu"`, t.id),
    index("users_words_idx").using("gin", t.search),
    check("users_time_zone_is_place", sql`${t.timeZone} ~ ${sql.raw(`'${TIME_ZONE_PATTERN}'`)}`),
    check("users_email_lower_case", sql`${t.email} = lower(${t.email})`),
  ],
);

/** A provider's account (Google, GitHub) that signs in as a user. */
export const accounts = pgTable(
  "accounts",
  {
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    userId: foreignKey("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index("accounts_user_idx").on(t.userId)],
);

export const accountTokenPurpose = pgEnum("account_token_purpose", ["verify_email", "sign_in", "reset_password"]);

/**
 * One emailed link. The row does not hold its secret: the link carries the id and an HMAC of it under NEXTAUTH_SECRET,
 * so a leaked table opens no account.
 */
export const accountTokens = pgTable(
  "account_tokens",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: foreignKey("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: accountTokenPurpose("purpose").notNull(),
    /** Where the link leads afterwards, a path of this application. */
    callbackPath: text("callback_path").notNull().default("/"),
    /**
     * The values of the sign-up behind this link, for the user's columns. Only this link applies them, as several people
     * may sign up with an address that one of them reads. The hash is deleted when the link has expired.
     */
    name: text("name"),
    hashedPassword: text("hashed_password"),
    timeZone: text("time_zone"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    index("account_tokens_user_idx").on(t.userId, t.purpose),
    // Expired ones are deleted.
    index("account_tokens_expiry_idx").on(t.expiresAt),
    index("account_tokens_passwords_idx").on(t.expiresAt).where(sql`hashed_password is not null`),
  ],
);
