import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { RichText } from "@/components/ui/rich-text";
import { checkYourEmail } from "@/texts/account";
import { FocusOnMount } from "./focus-on-mount";

/** Takes the place of a form that emails a link. Reads the same whether the address has an account or not. */
export function CheckYourEmail({ email, children }: { email: string; children: ReactNode }) {
  return (
    <FocusOnMount className="grid justify-items-start gap-4">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <MailCheck aria-hidden="true" className="size-7" />
      </span>
      <h2 className="text-2xl">{checkYourEmail.title}</h2>
      <p>
        <RichText
          text={checkYourEmail.sent}
          values={{
            email: (
              <strong translate="no" className="wrap-anywhere">
                {email}
              </strong>
            ),
          }}
        />{" "}
        <span>{children}</span>
      </p>
      <p className="text-sm text-muted">{checkYourEmail.hint}</p>
    </FocusOnMount>
  );
}
