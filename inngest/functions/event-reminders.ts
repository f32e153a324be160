import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { fanOutEmails } from "@/inngest/fan-out";
import { listDueReminders } from "@/lib/notifications/due";

/** A sweep instead of a sleep per booking, so that it uses the event's present date. */
export const eventReminders = inngest.createFunction(
  { id: "event-reminders", triggers: [cron("*/15 * * * *")], concurrency: 1 },
  ({ step }) => fanOutEmails(step, listDueReminders),
);
