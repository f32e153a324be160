import Link, { type LinkProps } from "next/link";

/** A small link in a row of similar ones; `current` marks the active one. */
export function ChipLink<RouteType>({
  current = false,
  className = "",
  ...rest
}: { current?: boolean } & LinkProps<RouteType>) {
  return (
    <Link
      {...rest}
      aria-current={current ? "true" : undefined}
      className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 font-medium whitespace-nowrap transition-colors ${
        current
          ? "border-accent bg-accent text-accent-ink"
          : "border-line bg-surface text-ink hover:border-line-strong hover:bg-sunken"
      } ${className}`}
    />
  );
}
