import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { accountSkeleton } from "@/texts/account";

const sections = [
  { title: "w-12", body: "h-[290px] sm:h-[270px]" },
  { title: "w-20", body: "h-[92px] sm:h-[68px]" },
  { title: "w-32", body: "h-[419px] sm:h-[399px]" },
];

/** As tall as the account's sections, to avoid layout shift. */
export function AccountSkeleton() {
  return (
    <div role="status" aria-label={accountSkeleton.label} className="grid gap-10">
      {sections.map(({ title, body }) => (
        <div key={title}>
          <Skeleton className={`mb-3 h-8 ${title}`} />
          <Card>
            <Skeleton className={body} />
          </Card>
        </div>
      ))}
    </div>
  );
}
