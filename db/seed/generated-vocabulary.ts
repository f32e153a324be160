import type { Category } from "@/lib/events/categories";
import type { City } from "./cities";

type Theme = {
  category: Category;
  subjects: string[];
  formats: string[];
  /** Hours of the day at which such events start. */
  hours: number[];
  lasts: number;
};

export const themes: Theme[] = [
  {
    category: "music",
    subjects: ["Cello", "Brass", "Folk", "Cumbia", "Choir", "Percussion", "Piano", "Soul", "Chamber music"],
    formats: ["in the round", "by lamplight", "for late listeners", "without amplifiers", "on the roof"],
    hours: [19, 20, 21],
    lasts: 3,
  },
  {
    category: "tech",
    subjects: ["Queues", "Type systems", "Search", "Observability", "Open data", "Maps", "Browsers", "Schedulers"],
    formats: ["in practice", "from first principles", "for small teams", "after the hype", "by the people who run it"],
    hours: [9, 18],
    lasts: 3,
  },
  {
    category: "food",
    subjects: ["Sourdough", "Dumpling", "Cheese", "Pickle", "Noodle", "Olive oil", "Chocolate", "Harvest"],
    formats: ["supper", "tasting", "school", "market breakfast", "long table"],
    hours: [9, 12, 19],
    lasts: 3,
  },
  {
    category: "arts",
    subjects: ["Linocut", "Poetry", "Weaving", "Puppet", "Portrait", "Paper", "Glass"],
    formats: ["open studio", "evening", "weekend exhibition", "workshop", "reading and talk"],
    hours: [11, 14, 18],
    lasts: 4,
  },
  {
    category: "film",
    subjects: ["Silent", "Animated", "Documentary", "Short", "Restored", "First"],
    formats: ["films from five countries", "films with live music", "films outdoors", "films and a conversation"],
    hours: [18, 20],
    lasts: 2,
  },
  {
    category: "sport",
    subjects: ["Riverside", "Hill", "Forest", "Sunrise", "Island", "Canal"],
    formats: ["run", "walk for beginners", "bicycle tour", "swim", "orienteering day"],
    hours: [7, 8, 10],
    lasts: 4,
  },
  {
    category: "learning",
    subjects: ["Astronomy", "Bookbinding", "Sign language", "First aid", "Beekeeping", "Family history"],
    formats: ["for beginners", "in one evening", "for the curious", "hands on"],
    hours: [10, 18],
    lasts: 2,
  },
  {
    category: "community",
    subjects: ["Repair", "Seed swap", "Book swap", "Neighbours’", "Garden", "Toy"],
    formats: ["morning", "afternoon", "market", "open day"],
    hours: [10, 14],
    lasts: 5,
  },
];

export const adjectives =
  "Quiet Slow Bright Northern Borrowed Open Hidden Patient Second Copper Amber Blue Wandering Unhurried Paper Salt Little Great Late Early".split(
    " ",
  );

export const venues: [string, string][] = [
  ["The Weighing House", "Scale Street"],
  ["Foundry Hall", "Foundry Street"],
  ["The Glass Pavilion", "Garden Avenue"],
  ["Tram Depot 4", "Depot Road"],
  ["The Reading Room", "Library Square"],
  ["Granary Loft", "Quayside"],
  ["The Old Bathhouse", "Fountain Street"],
  ["Harbour Shed 9", "Pier Road"],
];

/** One ordinary ticket in minor units of the city's currency. */
export const usualPrice: Record<City, number> = {
  Lisbon: 1500,
  London: 1800,
  Berlin: 1600,
  Copenhagen: 15000,
  "New York": 2500,
  Chicago: 2200,
  "Mexico City": 28000,
  "Kuwait City": 8000,
  Cairo: 30000,
  Bengaluru: 50000,
  Tokyo: 2500,
  Kyoto: 2400,
  Melbourne: 3000,
  Belgrade: 150000,
};
