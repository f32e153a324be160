import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const cards = [
  { title: "w-16", height: "h-72" },
  { title: "w-20", height: "h-20" },
  { title: "w-28", height: "h-96" },
];

export function AccountSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="grid gap-10">
      {cards.map(({ title, height }) => (
        <div key={title}>
          <Skeleton className={`mb-3 h-9 ${title}`} />
          <Card>
            <Skeleton className={height} />
          </Card>
        </div>
      ))}
    </div>
  );
}
