-- Apart from the table of events: who reads an account with its bookings and events would wait for both.
ALTER TABLE "users" DROP CONSTRAINT IF EXISTS "users_time_zone_is_place";--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_time_zone_is_place" CHECK ("users"."time_zone" ~ '^(UTC|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(/[A-Za-z][A-Za-z_-]*){1,2})$') NOT VALID;
