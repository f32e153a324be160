import type { EventSpec } from "@/db/seed/event-spec";

export const kuwaitCity: EventSpec[] = [
  {
    slug: "songs-of-the-pearl-divers",
    name: "Songs of the pearl divers",
    organizer: "lantern-row",
    category: "music",
    summary: "Two hours of fijiri in a boatyard: hand drums, clay jars and a chorus of forty.",
    description: [
      "For eight months of the year nobody sang on land. These are the songs of the other four: to row by, to haul by, and to come home to. Forty singers sit on the floor of a working boatyard, with the audience around them on the planks.",
      "Yousef Al-Mutairi explains each song before it begins, in Arabic and English. Coffee and dates in the interval.",
      "Level ground throughout. Bring a cushion if your knees are no longer twenty.",
    ],
    venue: "Doha Village boatyard",
    address: "Boatyard Road, Doha, Kuwait",
    when: { day: "thu", week: 4, at: "19:30", hours: 2.5 },
    capacity: 120,
    ticketTypes: [
      { name: "On the planks", price: 7_500 },
      { name: "On a chair", price: 12_250, quota: 30 },
    ],
    paysOnline: true,
    maxPerBooking: 6,
    demand: { sold: 34 },
  },
];
