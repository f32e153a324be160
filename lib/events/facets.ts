export type Facets = {
  cities: { city: string; country: string; count: number }[];
  categories: { category: string; count: number }[];
};

/** Nobody chooses by more, so counting stops here: the next one stands for any number. */
export const FACET_LIMIT = 1_000;

export function facetCount(count: number): string {
  return count > FACET_LIMIT ? `${FACET_LIMIT.toLocaleString("en")}+` : `${count}`;
}
