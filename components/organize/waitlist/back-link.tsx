import { ArrowLeft } from "lucide-react";
import Link, { type LinkProps } from "next/link";

export function BackLink<RouteType>({ children, ...rest }: LinkProps<RouteType>) {
  return (
    <Link
      {...rest}
      className="inline-flex min-h-11 w-fit items-center gap-2 font-semibold text-accent underline-offset-4 hover:underline"
    >
      <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
      <span>{children}</span>
    </Link>
  );
}
