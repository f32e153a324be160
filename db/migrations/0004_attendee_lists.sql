CREATE INDEX "bookings_by_event_and_size_idx" ON "bookings" USING btree ("event_id","number_of_tickets","id");--> statement-breakpoint
CREATE INDEX "bookings_by_event_and_source_idx" ON "bookings" USING btree ("event_id","source","booked_at","id") WHERE source <> 'checkout';--> statement-breakpoint
CREATE INDEX "tickets_by_event_and_holder_idx" ON "tickets" USING btree ("event_id",holder_name collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "tickets_by_event_and_entry_idx" ON "tickets" USING btree ("event_id","checked_in_at","booking_id") WHERE status = 'valid';--> statement-breakpoint
CREATE INDEX "users_by_name_idx" ON "users" USING btree (name collate "und-x-icu","id");