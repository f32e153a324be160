import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { ResetWhenHidden } from "./reset-when-hidden";

/** A title, a card with one form, and links to related pages. */
export function AuthCard({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <>
      <h1 className="pt-10 pb-6 text-4xl leading-[1.05] sm:pt-16">{title}</h1>
      <Card className="grid grid-cols-1 gap-5">
        <ResetWhenHidden>{children}</ResetWhenHidden>
      </Card>
      {aside ? <div className="flex flex-wrap justify-between gap-x-6 pt-4 text-muted">{aside}</div> : null}
    </>
  );
}
