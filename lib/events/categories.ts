export const categories = {
  music: "Music",
  tech: "Tech",
  food: "Food & drink",
  arts: "Arts",
  film: "Film",
  sport: "Sport & outdoors",
  learning: "Learning",
  community: "Community",
} as const;

export type Category = keyof typeof categories;

/** The category's name; the column is free text, and a word nobody knows names itself. */
export function categoryName(category: string) {
  return Object.hasOwn(categories, category) ? categories[category as Category] : category;
}
