import { perProcess } from "@/lib/per-process";
import { store } from "./process-store";
import { selfOpening } from "./self-opening";

/** The rooms that have opened by themselves. */
export const selfOpened = perProcess("selfOpened", () => selfOpening(store));
