CREATE TYPE "public"."payment_method" AS ENUM('venue', 'online');--> statement-breakpoint
CREATE TYPE "public"."dispute_status" AS ENUM('needs_response', 'under_review', 'won', 'lost');--> statement-breakpoint
CREATE TYPE "public"."payment_provider" AS ENUM('stripe', 'venue');--> statement-breakpoint
CREATE TYPE "public"."payment_status" AS ENUM('created', 'authorized', 'failed', 'cancelled', 'captured');--> statement-breakpoint
CREATE TYPE "public"."refund_reason" AS ENUM('booking_cancelled', 'event_cancelled', 'no_seats', 'paid_twice', 'amount_differs', 'team', 'provider');--> statement-breakpoint
CREATE TYPE "public"."refund_status" AS ENUM('created', 'pending', 'succeeded', 'failed');--> statement-breakpoint
CREATE TABLE "disputes" (
	"event_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "disputes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" bigint NOT NULL,
	"booking_id" bigint NOT NULL,
	"provider_dispute_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"status" "dispute_status" NOT NULL,
	"reason" text NOT NULL,
	"answer_by" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "disputes_event_id_id_pk" PRIMARY KEY("event_id","id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"event_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "payments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"booking_id" bigint NOT NULL,
	"provider" "payment_provider" NOT NULL,
	"status" "payment_status" DEFAULT 'created' NOT NULL,
	"amount" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"captured_amount" bigint DEFAULT 0 NOT NULL,
	"refunded_amount" bigint DEFAULT 0 NOT NULL,
	"fee" bigint,
	"fee_currency" char(3),
	"idempotency_key" text NOT NULL,
	"session_id" text,
	"checkout_url" text,
	"intent_id" text,
	"method" text,
	"failure_reason" text,
	"capture_before" timestamp with time zone,
	"recorded_by" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"authorized_at" timestamp with time zone,
	"captured_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" bigint,
	CONSTRAINT "payments_event_id_id_pk" PRIMARY KEY("event_id","id"),
	CONSTRAINT "payments_amounts" CHECK ("payments"."amount" > 0 and "payments"."captured_amount" >= 0),
	CONSTRAINT "payments_refunds_within_captured" CHECK ("payments"."refunded_amount" between 0 and "payments"."captured_amount"),
	CONSTRAINT "payments_captured" CHECK (("payments"."status" = 'captured') = ("payments"."captured_amount" > 0))
);
--> statement-breakpoint
CREATE TABLE "provider_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"object_kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp with time zone,
	"event_id" bigint,
	"payment_id" bigint,
	"unknown_payment" jsonb,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" bigint
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"event_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "refunds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" bigint NOT NULL,
	"booking_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"status" "refund_status" DEFAULT 'created' NOT NULL,
	"reason" "refund_reason" NOT NULL,
	"note" text,
	"key" text NOT NULL,
	"requested_by" bigint,
	"operation_id" uuid,
	"provider_refund_id" text,
	"failure_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"succeeded_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" bigint,
	CONSTRAINT "refunds_event_id_id_pk" PRIMARY KEY("event_id","id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "booking_items" ADD COLUMN "tax_rate" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_items" ADD COLUMN "tax_amount" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "is_paying" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "intended_holders" jsonb;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "payment_method" "payment_method" DEFAULT 'venue' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "payment_minutes" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_event_id_payment_id_payments_event_id_id_fk" FOREIGN KEY ("event_id","payment_id") REFERENCES "public"."payments"("event_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_reviewed_by_users_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_events" ADD CONSTRAINT "provider_events_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_events" ADD CONSTRAINT "provider_events_reviewed_by_users_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_reviewed_by_users_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_event_id_payment_id_payments_event_id_id_fk" FOREIGN KEY ("event_id","payment_id") REFERENCES "public"."payments"("event_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_provider_key" ON "disputes" USING btree ("event_id","provider_dispute_id");--> statement-breakpoint
CREATE INDEX "disputes_by_booking_idx" ON "disputes" USING btree ("event_id","booking_id");--> statement-breakpoint
CREATE INDEX "disputes_open_idx" ON "disputes" USING btree ("event_id") WHERE status in ('needs_response', 'under_review');--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_open_per_booking_key" ON "payments" USING btree ("event_id","booking_id") WHERE status in ('created', 'authorized');--> statement-breakpoint
CREATE INDEX "payments_by_booking_idx" ON "payments" USING btree ("event_id","booking_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_session_key" ON "payments" USING btree ("event_id","session_id");--> statement-breakpoint
CREATE INDEX "payments_open_idx" ON "payments" USING btree ("checked_at") WHERE status in ('created', 'authorized');--> statement-breakpoint
CREATE INDEX "payments_by_event_and_time_idx" ON "payments" USING btree ("event_id","created_at","id");--> statement-breakpoint
CREATE INDEX "provider_events_unhandled_idx" ON "provider_events" USING btree ("received_at") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "provider_events_handled_idx" ON "provider_events" USING btree ("handled_at") WHERE handled_at is not null;--> statement-breakpoint
CREATE INDEX "provider_events_unknown_idx" ON "provider_events" USING btree ("received_at") WHERE unknown_payment is not null and reviewed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_key" ON "refunds" USING btree ("event_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_provider_key" ON "refunds" USING btree ("event_id","provider_refund_id");--> statement-breakpoint
CREATE INDEX "refunds_by_payment_idx" ON "refunds" USING btree ("event_id","payment_id");--> statement-breakpoint
CREATE INDEX "refunds_by_booking_idx" ON "refunds" USING btree ("event_id","booking_id");--> statement-breakpoint
CREATE INDEX "refunds_by_operation_idx" ON "refunds" USING btree ("operation_id","status") WHERE operation_id is not null;--> statement-breakpoint
CREATE INDEX "refunds_open_idx" ON "refunds" USING btree ("checked_at") WHERE status in ('created', 'pending');--> statement-breakpoint
CREATE INDEX "refunds_by_event_and_time_idx" ON "refunds" USING btree ("event_id","created_at","id");--> statement-breakpoint
ALTER TABLE "booking_items" ADD CONSTRAINT "booking_items_tax" CHECK ("booking_items"."tax_rate" >= 0 and "booking_items"."tax_amount" >= 0);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_payment_minutes" CHECK ("events"."payment_minutes" > 0);--> statement-breakpoint
-- Payments and refunds are the books: they only move forward, fit their booking, and stay.
CREATE FUNCTION "payments_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		RAISE EXCEPTION 'payments are never deleted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'payments_never_deleted';
	ELSIF TG_OP = 'INSERT' THEN
		PERFORM FROM bookings WHERE id = NEW.booking_id AND event_id = NEW.event_id AND currency = NEW.currency;
		IF NOT FOUND THEN
			RAISE EXCEPTION 'payment % does not fit its booking''s event and currency', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_fit_booking';
		END IF;
	ELSIF (NEW.booking_id, NEW.provider, NEW.amount, NEW.currency, NEW.idempotency_key) IS DISTINCT FROM (OLD.booking_id, OLD.provider, OLD.amount, OLD.currency, OLD.idempotency_key)
		OR NEW.status < OLD.status OR (OLD.status = 'failed' AND NEW.status = 'cancelled')
		OR (OLD.status = 'captured' AND NEW.captured_amount <> OLD.captured_amount) THEN
		RAISE EXCEPTION 'payment % only moves forward', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_forward_only';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION "refunds_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		RAISE EXCEPTION 'refunds are never deleted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'refunds_never_deleted';
	ELSIF TG_OP = 'INSERT' THEN
		PERFORM FROM payments WHERE event_id = NEW.event_id AND id = NEW.payment_id AND booking_id = NEW.booking_id;
		IF NOT FOUND THEN
			RAISE EXCEPTION 'refund % does not fit its payment''s booking', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_fit_payment';
		END IF;
	ELSIF (NEW.payment_id, NEW.booking_id, NEW.amount, NEW.key) IS DISTINCT FROM (OLD.payment_id, OLD.booking_id, OLD.amount, OLD.key)
		OR NEW.status < OLD.status THEN
		RAISE EXCEPTION 'refund % only moves forward', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_forward_only';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
-- Relative, so that two refunds at a time add up; the table's CHECK refuses more than was captured.
CREATE FUNCTION "refunds_of_payment"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change bigint := CASE WHEN NEW.status = 'failed' THEN 0 ELSE NEW.amount END;
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.status <> 'failed' THEN
		change := change - OLD.amount;
	END IF;
	IF change <> 0 THEN
		UPDATE payments SET refunded_amount = refunded_amount + change WHERE event_id = NEW.event_id AND id = NEW.payment_id;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "disputes_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'disputes are never deleted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'disputes_never_deleted';
END $$;--> statement-breakpoint
CREATE TRIGGER "guard" BEFORE INSERT OR UPDATE OR DELETE ON "payments" FOR EACH ROW EXECUTE FUNCTION "payments_guard"();--> statement-breakpoint
CREATE TRIGGER "guard" BEFORE INSERT OR UPDATE OR DELETE ON "refunds" FOR EACH ROW EXECUTE FUNCTION "refunds_guard"();--> statement-breakpoint
CREATE TRIGGER "sum" AFTER INSERT OR UPDATE OF "status" ON "refunds" FOR EACH ROW EXECUTE FUNCTION "refunds_of_payment"();--> statement-breakpoint
CREATE TRIGGER "guard" BEFORE DELETE ON "disputes" FOR EACH ROW EXECUTE FUNCTION "disputes_guard"();
