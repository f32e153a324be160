import { Skeleton } from "@/components/ui/skeleton";

/** As tall as the page behind a mailed link: one line and one button. */
export function LinkSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="grid gap-5">
      <Skeleton className="h-6" />
      <Skeleton className="h-14" />
    </div>
  );
}
