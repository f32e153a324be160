/**
 * The folders of lib/ from the lowest up. A folder imports what stands before it, in its own layer or in a lower one, and
 * nothing after it. `docs/architecture.md` shows the same.
 */
export const layers = [
  { name: "plain rules", folders: ["text", "names", "money", "time", "search"] },
  { name: "services", folders: ["redis", "cache", "outbox", "forms", "email", "sheets"] },
  { name: "people and rights", folders: ["auth", "access", "audit", "media", "tickets"] },
  { name: "inventory", folders: ["inventory"] },
  { name: "events", folders: ["events", "organizers"] },
  { name: "booking", folders: ["booking", "waitlist", "check-in", "waiting-room"] },
  { name: "attendees", folders: ["checkout"] },
  {
    name: "organizers",
    folders: [
      "team",
      "operations",
      "event-editing",
      "event-import",
      "clock-rules",
      "notifications",
      "messages",
      "attendees",
      "insights",
      "export",
      "organize",
    ],
  },
  { name: "the whole", folders: ["admin", "health"] },
] as const satisfies { name: string; folders: string[] }[];
