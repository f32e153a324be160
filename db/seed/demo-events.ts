import type { City } from "./cities";
import { belgrade } from "./content/belgrade";
import { bengaluru } from "./content/bengaluru";
import { berlin } from "./content/berlin";
import { cairo } from "./content/cairo";
import { chicago } from "./content/chicago";
import { copenhagen } from "./content/copenhagen";
import { kuwaitCity } from "./content/kuwait-city";
import { kyoto } from "./content/kyoto";
import { lisbon } from "./content/lisbon";
import { london } from "./content/london";
import { melbourne } from "./content/melbourne";
import { mexicoCity } from "./content/mexico-city";
import { newYork } from "./content/new-york";
import { tokyo } from "./content/tokyo";
import type { EventSpec } from "./event-spec";

const byCity: Record<City, EventSpec[]> = {
  Lisbon: lisbon,
  London: london,
  Berlin: berlin,
  Copenhagen: copenhagen,
  "New York": newYork,
  Chicago: chicago,
  "Mexico City": mexicoCity,
  "Kuwait City": kuwaitCity,
  Cairo: cairo,
  Bengaluru: bengaluru,
  Tokyo: tokyo,
  Kyoto: kyoto,
  Melbourne: melbourne,
  Belgrade: belgrade,
};

/** Every demo event with its city, in the order of the content files. */
export const demoEvents = (Object.keys(byCity) as City[]).flatMap((city) =>
  byCity[city].map((spec) => ({ city, ...spec })),
);

export type DemoEvent = (typeof demoEvents)[number];
