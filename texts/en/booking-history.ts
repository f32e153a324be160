import { plural } from "./plural";

/** The history of a booking, as the organizer's team reads it. */
export const teamTimeline = {
  system: "Quorix",
  joinedWaitlist: "Joined the waitlist",
  audit: (actor: string, action: string) => `${actor} ${action}`,
  emails: {
    sent: (subject: string) => `Email sent: “${subject}”`,
    sending: (subject: string) => `Email being sent: “${subject}”`,
    failed: (subject: string, attempts: number) =>
      `Email not sent yet after ${plural(attempts, { one: "attempt", other: "attempts" })}: “${subject}”`,
  },
  scans: {
    checkedIn: (name: string) => `${name} was checked in`,
    undone: (name: string) => `${name}’s check-in was undone`,
    alreadyIn: (name: string) => `${name}’s ticket was shown again after it was used`,
    void: (name: string) => `${name}’s ticket was rejected: it’s no longer valid`,
    otherEvent: (name: string) => `${name}’s ticket was rejected at another event`,
    other: (name: string) => `${name}’s ticket was scanned`,
  },
  conflicts: {
    alreadyIn: (name: string) => `${name} was let in a second time by an offline device`,
    void: (name: string) => `${name} was let in by an offline device with a cancelled ticket`,
    otherEvent: (name: string) => `${name} was let in by an offline device of another event`,
  },
  scan: (scan: string, device: string, user: string | null) => {
    const source = [device, user ? `by ${user}` : ""].filter(Boolean).join(", ");
    return source ? `${scan} (${source})` : scan;
  },
};
