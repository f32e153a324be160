CREATE TABLE "ticket_moves" (
	"ticket_id" bigint PRIMARY KEY NOT NULL,
	"from_type_id" bigint NOT NULL,
	"unit_price" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ticket_moves" ADD CONSTRAINT "ticket_moves_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ticket_moves_by_type_idx" ON "ticket_moves" USING btree ("from_type_id");