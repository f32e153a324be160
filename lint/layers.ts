/**
 * The folders of lib/ from the lowest up. Each may import those before it, in its own layer or a lower one, and none after
 * it; the files beside the folders are below all of them. `docs/architecture.md` describes each.
 */
export const layers: { name: string; folders: string[] }[] = [
  { name: "Plain rules", folders: ["text", "names", "paging", "money", "time", "search"] },
  { name: "Services", folders: ["redis", "cache", "outbox", "requests", "email", "sheets"] },
  { name: "People and rights", folders: ["auth", "access", "audit", "media", "tickets"] },
  { name: "Inventory", folders: ["inventory"] },
  { name: "Catalogue", folders: ["events", "organizers"] },
  { name: "Booking", folders: ["booking", "payments", "waitlist", "check-in", "waiting-room"] },
  { name: "Checkout", folders: ["checkout"] },
  {
    name: "Organizing",
    folders: ["team", "operations", "notifications", "event-editing", "event-import", "clock-rules"],
  },
  { name: "Organizers’ pages", folders: ["messages", "attendees", "insights", "export", "organize"] },
  { name: "Operating", folders: ["retention", "admin", "health"] },
];
