import type { myPlaces } from "./queries";

export type WaitlistPlace = Awaited<ReturnType<typeof myPlaces>>[number];
