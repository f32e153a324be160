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
import { RichText } from "@/components/ui/rich-text";
import { deactivateUserAction, reactivateUserAction } from "@/lib/admin/actions";
import { reasonSchema } from "@/lib/admin/schema";
import { accountButton } from "@/texts/admin";

type Props = { user: string; name: string; isActive: boolean };

const textsFor = ({ isActive }: Pick<Props, "isActive">) => accountButton[isActive ? "deactivate" : "reactivate"];

/** Deactivates or reactivates an account, with a reason. */
export function AccountButton(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const texts = textsFor(props);
  return (
    <>
      <Button variant="ghost" size="sm" aria-label={texts.label(props.name)} onClick={() => setOpen(true)}>
        {texts.action}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={texts.title}>
        <AccountForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AccountForm({ user, name, isActive, onDone }: Props & { onDone: () => void }) {
  const texts = textsFor({ isActive });
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
        const result = await run({ user, reason });
        if (result?.ok) onDone();
      })}
    >
      {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
      <p className="text-pretty">
        <RichText
          text={texts.text}
          values={{
            name: (
              <bdi translate="no" className="font-semibold wrap-anywhere">
                {name}
              </bdi>
            ),
          }}
        />
      </p>
      <Field
        label={accountButton.reasonLabel}
        hint={accountButton.reasonHint}
        maxLength={300}
        error={form.formState.errors.reason?.message}
        {...form.register("reason")}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={isActive ? "danger" : "primary"} pending={pending}>
          {texts.action}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {accountButton.cancel}
        </Button>
      </div>
    </form>
  );
}
