CREATE TYPE "public"."scan_outcome" AS ENUM('admitted', 'already_in', 'void', 'other_event', 'unknown', 'undone');--> statement-breakpoint
CREATE TYPE "public"."operation_kind" AS ENUM('event_cancellation', 'event_change', 'message');--> statement-breakpoint
CREATE TYPE "public"."operation_recipient_status" AS ENUM('left', 'done', 'failed', 'skipped');--> statement-breakpoint
ALTER TYPE "public"."booking_source" ADD VALUE 'organizer';--> statement-breakpoint
CREATE TABLE "failed_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "failed_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" text NOT NULL,
	"function_id" text NOT NULL,
	"event_name" text NOT NULL,
	"event_data" jsonb NOT NULL,
	"error" text NOT NULL,
	"failed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" bigint
);
--> statement-breakpoint
CREATE TABLE "scans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"ticket_id" bigint,
	"outcome" "scan_outcome" NOT NULL,
	"device" text NOT NULL,
	"scanned_by" bigint NOT NULL,
	"scanned_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_optouts" (
	"organizer_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_optouts_organizer_id_user_id_pk" PRIMARY KEY("organizer_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "operation_recipients" (
	"operation_id" uuid NOT NULL,
	"user_id" bigint NOT NULL,
	"booking_id" bigint,
	"status" "operation_recipient_status" DEFAULT 'left' NOT NULL,
	"reason" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "operation_recipients_operation_id_user_id_pk" PRIMARY KEY("operation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "operation_kind" NOT NULL,
	"event_id" bigint NOT NULL,
	"started_by" bigint NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"listed_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "team_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organizer_id" bigint NOT NULL,
	"email" text NOT NULL,
	"role" "organizer_role" NOT NULL,
	"invited_by" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "bookings_by_event_idx";--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "organizer_id" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "saved_by" bigint;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "form" jsonb;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "import_key" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "cancellation_reason" text;--> statement-breakpoint
ALTER TABLE "waitlist_decisions" ADD COLUMN "decided_by" bigint;--> statement-breakpoint
ALTER TABLE "failed_runs" ADD CONSTRAINT "failed_runs_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_scanned_by_users_id_fk" FOREIGN KEY ("scanned_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_optouts" ADD CONSTRAINT "message_optouts_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_optouts" ADD CONSTRAINT "message_optouts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_recipients" ADD CONSTRAINT "operation_recipients_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_recipients" ADD CONSTRAINT "operation_recipients_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_recipients" ADD CONSTRAINT "operation_recipients_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_invitations" ADD CONSTRAINT "team_invitations_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_invitations" ADD CONSTRAINT "team_invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "failed_runs_run_key" ON "failed_runs" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "failed_runs_open_idx" ON "failed_runs" USING btree ("failed_at","id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "scans_by_event_idx" ON "scans" USING btree ("event_id","recorded_at");--> statement-breakpoint
CREATE INDEX "scans_by_ticket_idx" ON "scans" USING btree ("ticket_id","recorded_at");--> statement-breakpoint
CREATE INDEX "operation_recipients_by_status_idx" ON "operation_recipients" USING btree ("operation_id","status","user_id");--> statement-breakpoint
CREATE INDEX "operations_by_event_idx" ON "operations" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "team_invitations_one_open_key" ON "team_invitations" USING btree ("organizer_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_decisions" ADD CONSTRAINT "waitlist_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_organizer_idx" ON "audit_log" USING btree ("organizer_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_log_of_team_idx" ON "audit_log" USING btree ("organizer_id","at","id") WHERE (action not in ('booking.held', 'booking.confirmed', 'booking.revived', 'booking.released', 'booking.expired', 'booking.cancelled', 'booking.cancelled-with-event', 'waitlist.joined', 'waitlist.left', 'waitlist.offered', 'waitlist.converted', 'waitlist.offer-expired', 'waitlist.closed-with-event') or detail ? 'byTeam');--> statement-breakpoint
CREATE INDEX "email_deliveries_unsent_by_event_idx" ON "email_deliveries" USING btree ("event_id") WHERE status <> 'sent';--> statement-breakpoint
CREATE INDEX "bookings_by_event_and_time_idx" ON "bookings" USING btree ("event_id","booked_at","id");--> statement-breakpoint
CREATE INDEX "bookings_by_event_and_reference_idx" ON "bookings" USING btree ("event_id","reference" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "bookings_by_event_and_size_idx" ON "bookings" USING btree ("event_id","number_of_tickets","id");--> statement-breakpoint
CREATE INDEX "bookings_by_event_and_source_idx" ON "bookings" USING btree ("event_id","source","booked_at","id") WHERE source <> 'checkout';--> statement-breakpoint
CREATE INDEX "tickets_by_event_and_change_idx" ON "tickets" USING btree ("event_id","changed_at");--> statement-breakpoint
CREATE INDEX "tickets_inside_idx" ON "tickets" USING btree ("event_id","ticket_type_id") WHERE status = 'valid' and checked_in_at is not null;--> statement-breakpoint
CREATE INDEX "tickets_by_fingerprint_idx" ON "tickets" USING btree ("event_id",substring(sha256(code::bytea) from 1 for 16));--> statement-breakpoint
CREATE INDEX "tickets_by_event_and_code_idx" ON "tickets" USING btree ("event_id","code" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "tickets_by_event_and_holder_idx" ON "tickets" USING btree ("event_id",holder_name collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "tickets_by_event_and_entry_idx" ON "tickets" USING btree ("event_id","checked_in_at","booking_id") WHERE status = 'valid';--> statement-breakpoint
CREATE INDEX "tickets_search_idx" ON "tickets" USING gin (to_tsvector('quorix', holder_name || ' ' || coalesce(holder_email, '')));--> statement-breakpoint
CREATE UNIQUE INDEX "events_import_key" ON "events" USING btree ("organizer_id","import_key");--> statement-breakpoint
CREATE INDEX "organizer_members_by_user_idx" ON "organizer_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "users_by_age_idx" ON "users" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "users_by_name_idx" ON "users" USING btree (name collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "users_search_idx" ON "users" USING gin (to_tsvector('quorix', name || ' ' || email));--> statement-breakpoint
CREATE INDEX "waitlist_decisions_by_entry_idx" ON "waitlist_decisions" USING btree ("entry_id","decided_at");--> statement-breakpoint
CREATE INDEX "waitlist_entries_over_idx" ON "waitlist_entries" USING btree ("event_id","resolved_at","id") WHERE status in ('converted', 'expired', 'left');--> statement-breakpoint
CREATE INDEX "waitlist_entries_by_type_idx" ON "waitlist_entries" USING btree ("ticket_type_id");--> statement-breakpoint
CREATE INDEX "bookings_by_event_idx" ON "bookings" USING btree ("event_id","status","booked_at","number_of_tickets","total_price");--> statement-breakpoint
UPDATE "audit_log" SET "organizer_id" = "events"."organizer_id" FROM "events" WHERE "events"."id" = "audit_log"."event_id";
