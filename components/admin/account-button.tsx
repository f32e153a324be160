"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { deactivateUserAction, reactivateUserAction } from "@/lib/admin/actions";
import { reasonSchema } from "@/lib/admin/schema";
import { accountButton } from "@/texts/admin";

type Props = { user: string; name: string; isActive: boolean };

/** Closes an account, or opens it again, with a reason. */
export function AccountButton(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const verb = props.isActive ? "Deactivate" : "Reactivate";
  return (
    <>
      <Button variant="ghost" size="sm" aria-label={`${verb} ${props.name}`} onClick={() => setOpen(true)}>
        {verb}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={accountButton.account(verb)}>
        <AccountForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AccountForm({ user, name, isActive, onDone }: Props & { onDone: () => void }) {
  const { run, answer, pending } = useAction(isActive ? deactivateUserAction : reactivateUserAction);
  const form = useForm<z.input<typeof reasonSchema>, unknown, z.output<typeof reasonSchema>>({
    resolver: zodResolver(reasonSchema),
    defaultValues: { reason: "" },
  });
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={form.handleSubmit(async ({ reason }) => {
        const given = await run({ user, reason });
        if (given?.ok) onDone();
      })}
    >
      {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
      <p className="text-pretty">
        <bdi translate="no" className="font-semibold wrap-anywhere">
          {name}
        </bdi>
        <span>{` ${
          isActive
            ? "is signed out everywhere at once and cannot sign in again. Links that were mailed stop working. Bookings stay as they are. It can be undone."
            : "can sign in again. Sessions and mailed links from before stay ended."
        }`}</span>
      </p>
      <Field
        label={accountButton.reason}
        hint={accountButton.keptInTheAuditLog}
        maxLength={300}
        error={form.formState.errors.reason?.message}
        {...form.register("reason")}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={isActive ? "danger" : "primary"} pending={pending}>
          {isActive ? accountButton.deactivate : accountButton.reactivate}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {accountButton.cancel}
        </Button>
      </div>
    </form>
  );
}
