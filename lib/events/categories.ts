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
