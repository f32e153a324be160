import type { Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import type { Refused } from "@/lib/booking/answers";

/** Says why something did not happen, what is true now, and where to go on. */
export function RefusalNotice({ refused }: { refused: Refused }) {
  const { title, text, next } = refused.message;
  return (
    <Alert tone={refused.code === "INVALID" ? "warning" : "danger"} title={title}>
      <p>{text}</p>
      {next ? (
        <Link
          href={next.href as Route}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold underline"
        >
          {next.label}
        </Link>
      ) : null}
    </Alert>
  );
}
