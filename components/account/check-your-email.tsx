import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { FocusOnMount } from "./focus-on-mount";

/** What follows a form that mails a link. It says the same whether the address has an account or not. */
export function CheckYourEmail({ email, children }: { email: string; children: ReactNode }) {
  return (
    <FocusOnMount className="grid justify-items-start gap-4">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <MailCheck aria-hidden="true" className="size-7" />
      </span>
      <h2 className="text-2xl">Check your mail</h2>
      <p>
        We sent a link to{" "}
        <strong translate="no" className="wrap-anywhere">
          {email}
        </strong>
        . {children}
      </p>
      <p className="text-sm text-muted">
        Nothing there after a few minutes? Look in the spam folder, or reload this page and check the address.
      </p>
    </FocusOnMount>
  );
}
