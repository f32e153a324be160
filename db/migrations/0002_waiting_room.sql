CREATE TABLE "waiting_rooms" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"admissions_per_minute" integer,
	"is_paused" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "waiting_rooms_rate" CHECK ("waiting_rooms"."admissions_per_minute" between 1 and 60000)
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "waiting_room" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "waiting_rooms" ADD CONSTRAINT "waiting_rooms_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;