"use client";

import { Pause, Play } from "lucide-react";
import type { FormEvent } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { getSubmittedData, useFormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { updateRoomSettingsAction } from "@/lib/waiting-room/organizer-actions";
import { roomControls } from "@/texts/organizer-waiting-room";

/** Pauses and resumes the queue, and sets its rate. */
export function RoomControls({
  slug,
  rate,
  isPaused,
  onDone,
}: {
  slug: string;
  rate: number;
  isPaused: boolean;
  onDone: () => void;
}) {
  const { failure, pending, formProps, send } = useFormAction(updateRoomSettingsAction);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    await send(getSubmittedData(event));
    onDone();
  }

  const rateProblem = failure?.fieldErrors?.perMinute;
  return (
    <div className="grid gap-4 border-t border-line pt-5">
      {rateProblem ? null : <FailureNotice failure={failure} />}
      {/* The buttons are level with the input, below its label (6 units and a gap of 1.5), whether or not an error follows. */}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <form action={formProps.action} onSubmit={onSubmit} className="flex gap-3 items-start">
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="intent" value="rate" />
          <div className="w-44">
            <Field
              key={rate}
              name="perMinute"
              label={roomControls.rate}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={rate}
              error={rateProblem}
            />
          </div>
          <Button type="submit" variant="secondary" pending={pending} className="mt-7.5">
            {roomControls.saveRate}
          </Button>
        </form>
        <form action={formProps.action} onSubmit={onSubmit} className="sm:mt-7.5">
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="intent" value={isPaused ? "go-on" : "pause"} />
          <Button type="submit" variant={isPaused ? "primary" : "secondary"} pending={pending}>
            {isPaused ? (
              <Play aria-hidden="true" className="size-4" />
            ) : (
              <Pause aria-hidden="true" className="size-4" />
            )}
            <span>{isPaused ? roomControls.resume : roomControls.pause}</span>
          </Button>
        </form>
      </div>
      <p className="text-sm text-muted text-pretty">{roomControls.hint}</p>
    </div>
  );
}
