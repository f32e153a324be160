import { categories } from "@/texts/events";

export { categories };

export type Category = keyof typeof categories;

/** The column is free text: an unknown category is its own name. */
export function categoryName(category: string) {
  return Object.hasOwn(categories, category) ? categories[category as Category] : category;
}
