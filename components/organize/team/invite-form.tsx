"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { inviteMember } from "@/lib/team/actions";
import { invitationSchema } from "@/lib/team/schema";
import { RoleChoice } from "./role-choice";

type Values = z.input<typeof invitationSchema>;

/** Offers somebody a seat in the team, by mail. */
export function InviteForm({ organizer }: { organizer: string }) {
  const { run, answer, pending } = useAction(inviteMember);
  const [invited, setInvited] = useState<string | null>(null);
  const form = useForm<Values, unknown, Values>({
    resolver: zodResolver(invitationSchema),
    defaultValues: { email: "", role: "manager" },
  });

  async function submit(values: Values) {
    setInvited(null);
    const given = await run(organizer, values);
    if (given?.ok) {
      setInvited(values.email);
      form.reset({ email: "", role: values.role });
    } else if (given?.errors?.email) {
      form.setError("email", { type: "server", message: given.errors.email }, { shouldFocus: true });
    }
  }

  const refusal = answer && !answer.ok && !answer.errors ? answer.message : null;
  return (
    <form onSubmit={form.handleSubmit(submit)} noValidate className="grid gap-5">
      {refusal ? <Alert tone="danger">{refusal}</Alert> : null}
      <Field
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="off"
        hint="No Quorix account needed yet."
        error={form.formState.errors.email?.message}
        {...form.register("email")}
      />
      <RoleChoice legend="Role" input={form.register("role")} />
      <Button type="submit" pending={pending} className="justify-self-start">
        Send invitation
      </Button>
      <div aria-live="polite" className="empty:hidden">
        {invited ? (
          <p className="font-medium text-positive wrap-anywhere">{`An invitation is on its way to ${invited}.`}</p>
        ) : null}
      </div>
    </form>
  );
}
