export type Facets = {
  cities: { city: string; country: string; count: number }[];
  categories: { category: string; count: number }[];
};
