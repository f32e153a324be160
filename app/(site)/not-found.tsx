import type { Metadata } from "next";
import { NotFoundBody } from "@/components/site/not-found-body";
import { notFoundBody } from "@/texts/site";

export const metadata: Metadata = { title: notFoundBody.title, robots: { index: false } };

/** The layout brings the site's frame. */
export default function NotFound() {
  return <NotFoundBody />;
}
