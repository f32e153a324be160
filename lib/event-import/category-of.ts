import { type Category, categories } from "@/lib/events/categories";

const categoryKeywords: Record<Category, string> = {
  music: "music concert gig festival dj opera jazz",
  tech: "tech technology it software development developer programming javascript typescript ruby python php java android ios dotnet golang rust css devops data security networking ux testing api cloud opensource hackathon",
  food: "food drink wine beer cooking dinner tasting market",
  arts: "art arts theatre theater exhibition museum gallery dance comedy poetry literature",
  film: "film cinema movie movies screening",
  sport: "sport sports outdoors outdoor running hiking football yoga fitness race",
  learning: "learning workshop course class talk lecture seminar training education webinar education conference",
  community: "community meetup social charity networking family holiday holidays party",
};

const categoryByKeyword = new Map<string, Category>();
for (const [category, list] of Object.entries(categoryKeywords)) {
  if (!isCategory(category)) continue;
  for (const word of list.split(" ")) if (!categoryByKeyword.has(word)) categoryByKeyword.set(word, category);
  categoryByKeyword.set(categories[category].toLowerCase(), category);
}

function isCategory(text: string): text is Category {
  return Object.hasOwn(categories, text);
}

/** The category of a text: its own name, or a keyword. */
export function categoryOf(text: string): Category | null {
  const whole = text.trim().slice(0, 200).toLowerCase();
  const known = categoryByKeyword.get(whole);
  if (known) return known;
  for (const word of whole.split(/[^\p{L}]+/u)) {
    const found = categoryByKeyword.get(word);
    if (found) return found;
  }
  return null;
}
