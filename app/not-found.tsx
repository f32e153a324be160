import type { Metadata } from "next";
import { NothingHere } from "@/components/site/nothing-here";
import { SiteFrame } from "@/components/site/site-frame";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

export default function NotFound() {
  return (
    <SiteFrame>
      <NothingHere />
    </SiteFrame>
  );
}
