import { Skeleton } from "@/components/ui/skeleton";

/** As tall as a form with these fields and this many buttons. */
export function AuthFormSkeleton({ fields, buttons = 1 }: { fields: string[]; buttons?: 1 | 2 }) {
  return (
    <div role="status" aria-label="Loading" className="grid gap-5">
      {fields.map((field) => (
        <div key={field} className="grid gap-1.5">
          <Skeleton className="h-6 w-24" />
          <Skeleton className="h-12" />
        </div>
      ))}
      <div className="grid gap-3 pt-1">
        <Skeleton className="h-14" />
        {buttons === 2 ? <Skeleton className="h-14" /> : null}
      </div>
    </div>
  );
}
