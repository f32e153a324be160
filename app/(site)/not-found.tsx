import type { Metadata } from "next";
import { NothingHere } from "@/components/site/nothing-here";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

/** Inside the site's frame, which is there already. */
export default function NotFound() {
  return <NothingHere />;
}
