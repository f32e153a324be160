"use client";

import { type FormEvent, useState } from "react";
import { DateTime } from "@/components/time/date-time";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RichText } from "@/components/ui/rich-text";
import { deviceNameSchema, MAX_DEVICE_NAME_LENGTH } from "@/lib/check-in/schema";
import { deviceDialog } from "@/texts/check-in";
import type { CheckInState } from "./check-in-types";
import { updateSettings, useDeviceSettings } from "./device-settings";

/** The name of this device, and whether it is ready for offline use. */
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
    setError(parsed.success ? undefined : deviceDialog.badName(MAX_DEVICE_NAME_LENGTH));
    if (!parsed.success) return;
    updateSettings({ name: parsed.data });
    onClose();
  }

  const { manifest } = state;
  return (
    <Dialog open={open} onClose={onClose} title={deviceDialog.title}>
      <form onSubmit={save} noValidate className="grid gap-4">
        <Field
          label={deviceDialog.name}
          name="name"
          defaultValue={name}
          maxLength={MAX_DEVICE_NAME_LENGTH}
          autoComplete="off"
          error={error}
          hint={deviceDialog.nameHint}
        />
        <Button type="submit" className="justify-self-start">
          {deviceDialog.save}
        </Button>
      </form>
      <dl className="grid gap-3 border-t border-line pt-5">
        <div>
          <dt className="font-semibold">{deviceDialog.list}</dt>
          <dd className="text-muted">
            {manifest ? (
              <RichText
                text={deviceDialog.listAsOf(manifest.size)}
                values={{
                  time: (
                    <DateTime
                      start={new Date(manifest.fetchedAt)}
                      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
                      style="time"
                    />
                  ),
                }}
              />
            ) : (
              deviceDialog.noList
            )}
          </dd>
        </div>
        <div>
          <dt className="font-semibold">{deviceDialog.offline}</dt>
          <dd className="text-muted">
            {manifest && isKept ? deviceDialog.ready : manifest ? deviceDialog.whileOpen : deviceDialog.needsList}
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
