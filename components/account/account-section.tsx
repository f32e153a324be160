import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

export function AccountSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="pb-3 text-2xl">{title}</h2>
      <Card>{children}</Card>
    </section>
  );
}
