import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { checkYourEmail } from "@/texts/account";
import { FocusOnMount } from "./focus-on-mount";

/** What follows a form that mails a link. It says the same whether the address has an account or not. */
export function CheckYourEmail({ email, children }: { email: string; children: ReactNode }) {
  return (
    <FocusOnMount className="grid justify-items-start gap-4">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <MailCheck aria-hidden="true" className="size-7" />
      </span>
      <h2 className="text-2xl">{checkYourEmail.checkYourMail}</h2>
      <p>
        {checkYourEmail.weSentLinkTo}{" "}
        <strong translate="no" className="wrap-anywhere">
          {email}
        </strong>
        . {children}
      </p>
      <p className="text-sm text-muted">{checkYourEmail.nothingThereAfterFewMinutes}</p>
    </FocusOnMount>
  );
}
