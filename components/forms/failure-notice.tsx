"use client";

import type { Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import type { ActionFailure } from "@/lib/requests/result";
import { failureNotice } from "@/texts/site";

const link = "inline-flex min-h-11 items-center font-semibold underline";

/** Explains a failure, and offers a way to go on. */
export function FailureNotice({ failure }: { failure: ActionFailure | null }) {
  if (!failure) return null;
  const { code, title, message, next } = failure;
  return (
    <Alert tone={code === "INVALID" ? "warning" : "danger"} title={title}>
      <p>{message}</p>
      {next ? (
        <Link href={next.href as Route} prefetch={false} className={link}>
          {next.label}
        </Link>
      ) : null}
      {code === "OUTDATED" ? (
        <button type="button" className={link} onClick={() => location.reload()}>
          {failureNotice.reload}
        </button>
      ) : null}
    </Alert>
  );
}
