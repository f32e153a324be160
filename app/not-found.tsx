import type { Metadata } from "next";
import { NotFoundBody } from "@/components/site/not-found-body";
import { SiteFrame } from "@/components/site/site-frame";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

export default function NotFound() {
  return (
    <SiteFrame>
      <NotFoundBody />
    </SiteFrame>
  );
}
