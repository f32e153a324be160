"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { deviceNameSchema } from "@/lib/check-in/schema";
import { formatTime } from "@/lib/time/format";
import { deviceDialog } from "@/texts/check-in";
import type { CheckInState } from "./check-in-types";
import { updateSettings, useDeviceSettings } from "./device-settings";

const number = new Intl.NumberFormat("en-GB");

/** What this device is called, and what it has at hand for when the network is gone. */
export function DeviceDialog({
  open,
  onClose,
  state,
  isKept,
}: {
  open: boolean;
  onClose: () => void;
  state: CheckInState;
  isKept: boolean;
}) {
  const { name } = useDeviceSettings();
  const [error, setError] = useState<string>();

  function save(submitted: FormEvent<HTMLFormElement>) {
    submitted.preventDefault();
    const parsed = deviceNameSchema.safeParse(new FormData(submitted.currentTarget).get("name"));
    setError(parsed.success ? undefined : "Give it a name of up to 40 characters.");
    if (!parsed.success) return;
    updateSettings({ name: parsed.data });
    onClose();
  }

  const { manifest } = state;
  return (
    <Dialog open={open} onClose={onClose} title={deviceDialog.thisDevice}>
      <form onSubmit={save} noValidate className="grid gap-4">
        <Field
          label={deviceDialog.name}
          name="name"
          defaultValue={name}
          maxLength={40}
          autoComplete="off"
          error={error}
          hint={deviceDialog.othersAtTheDoorsSee}
        />
        <Button type="submit" className="justify-self-start">
          {deviceDialog.save}
        </Button>
      </form>
      <dl className="grid gap-3 border-t border-line pt-5">
        <div>
          <dt className="font-semibold">{deviceDialog.listOfTickets}</dt>
          <dd className="text-muted">
            {manifest
              ? deviceDialog.ticketsAsOf(
                  number.format(manifest.size),
                  formatTime(new Date(manifest.fetchedAt), Intl.DateTimeFormat().resolvedOptions().timeZone),
                )
              : deviceDialog.notOnThisDeviceYet}
          </dd>
        </div>
        <div>
          <dt className="font-semibold">{deviceDialog.withoutNetwork}</dt>
          <dd className="text-muted">
            {manifest && isKept
              ? deviceDialog.readyThisPageOpensAnd
              : manifest
                ? deviceDialog.ticketsAreCheckedWhileThis
                : deviceDialog.needsTheListFirst}
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
