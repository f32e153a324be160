"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { MarkdownField } from "@/components/forms/markdown-field";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { saveProfile } from "@/lib/team/actions";
import { profileSchema } from "@/lib/team/schema";

type Values = z.input<typeof profileSchema>;

const names = ["name", "city", "website", "about"] as const;
const fieldId = (name: (typeof names)[number]) => `profile-${name}`;

/** An organizer's public page, as its owners word it. */
export function ProfileForm({ organizer, profile }: { organizer: string; profile: Values }) {
  const { run, answer, pending } = useAction(saveProfile);
  const form = useForm<Values, unknown, unknown>({
    resolver: zodResolver(profileSchema),
    defaultValues: profile,
    shouldFocusError: false,
  });
  const { errors, isDirty, submitCount } = form.formState;

  async function submit() {
    const values = form.getValues();
    const given = await run(organizer, values);
    if (given?.ok) form.reset(values);
    else
      for (const name of names) {
        const message = given?.errors?.[name];
        if (message) form.setError(name, { type: "server", message });
      }
  }

  const summed = names.flatMap((name) => {
    const message = errors[name]?.message;
    return message ? [{ message, target: fieldId(name) }] : [];
  });
  const text = (name: "name" | "city" | "website") => ({
    id: fieldId(name),
    error: errors[name]?.message,
    ...form.register(name),
  });
  return (
    <form onSubmit={form.handleSubmit(submit)} noValidate className="grid gap-5">
      {summed.length > 0 ? <ErrorSummary key={submitCount} title="Not saved yet" errors={summed} /> : null}
      {answer && !answer.ok && !answer.errors ? <Alert tone="danger">{answer.message}</Alert> : null}
      {answer?.ok && !isDirty ? <Alert tone="positive">Saved. The public page says so from now on.</Alert> : null}
      <Field label="Name" maxLength={120} {...text("name")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="City (optional)" maxLength={80} {...text("city")} />
        <Field
          label="Website (optional)"
          inputMode="url"
          maxLength={200}
          placeholder="example.com"
          {...text("website")}
        />
      </div>
      <Controller
        control={form.control}
        name="about"
        render={({ field }) => (
          <MarkdownField
            id={fieldId("about")}
            label="About (optional)"
            value={field.value}
            onChange={field.onChange}
            maxLength={5_000}
            error={errors.about?.message}
            hint="Who you are, and what people can count on."
          />
        )}
      />
      <Button type="submit" size="lg" pending={pending} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}
