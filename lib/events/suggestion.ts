/** What the field for words offers while somebody types. */
export type Suggestion = { kind: "city" | "event"; title: string; detail: string; href: string };
