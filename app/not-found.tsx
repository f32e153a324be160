import type { Metadata } from "next";
import { NotFoundBody } from "@/components/site/not-found-body";
import { SiteFrame } from "@/components/site/site-frame";
import { notFoundBody } from "@/texts/site";

export const metadata: Metadata = { title: notFoundBody.title, robots: { index: false } };

export default function NotFound() {
  return (
    <SiteFrame>
      <NotFoundBody />
    </SiteFrame>
  );
}
