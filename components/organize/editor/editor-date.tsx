import { useController, useFormContext, useWatch } from "react-hook-form";
import { DateTimeField } from "@/components/forms/date-time-field";
import { Field } from "@/components/ui/field";
import { defaultEndFor, formatLength } from "@/lib/event-editing/event-times";
import type { EventForm } from "@/lib/event-editing/form";
import { findTimeZone } from "@/lib/time/time-zone";
import { wallClock } from "@/lib/time/wall-clock";
import { editorDate } from "@/texts/event-editor";
import { useEditor } from "./editor-context";

type DateName =
  | "startsAt"
  | "endsAt"
  | "salesStartAt"
  | "salesEndAt"
  | `ticketTypes.${number}.salesStartAt`
  | `ticketTypes.${number}.salesEndAt`;

/** A date and time in the event's zone; without scripts, a native `datetime-local` field. */
export function EditorDate({ name, label, hint }: { name: DateName; label: string; hint?: string }) {
  const { control, trigger, getValues, setValue } = useFormContext<EventForm>();
  const { idOf, errorOf } = useEditor();
  const { field } = useController({ control, name });
  const zone = useWatch({ control, name: "timeZone" });
  const timeZone = findTimeZone(zone) ?? "UTC";
  const [startsAt, endsAt] = useWatch({ control, name: ["startsAt", "endsAt"] });
  const length = name === "endsAt" ? formatLength(startsAt, endsAt, timeZone) : null;
  const isOfEvent = name === "startsAt" || name === "endsAt";
  const isSaleStart = name.endsWith("salesStartAt");
  const error = errorOf(name);

  /** The end follows the start until the organizer changes it. */
  function moveStart(to: string) {
    const end = getValues("endsAt");
    if (end === "" || end === defaultEndFor(getValues("startsAt"), timeZone)) {
      setValue("endsAt", defaultEndFor(to, timeZone), { shouldDirty: true });
    }
  }
  return (
    <div className="min-w-0">
      <div className="noscript:hidden">
        <DateTimeField
          id={idOf(name)}
          label={label}
          value={field.value}
          onChange={(wall) => {
            if (name === "startsAt") moveStart(wall);
            field.onChange(wall);
            trigger(["startsAt", "endsAt", "salesStartAt", "salesEndAt", name]);
          }}
          timeZone={timeZone}
          error={error}
          hint={length ? editorDate.lasts(length) : hint}
          usualHour={isOfEvent ? 19 : 10}
          earliest={
            name === "endsAt" && startsAt ? startsAt : isSaleStart ? undefined : wallClock(new Date(), timeZone)
          }
          latest={isOfEvent ? undefined : isSaleStart ? startsAt : endsAt}
        />
        <input type="hidden" name={name} value={field.value} />
      </div>
      <noscript>
        <Field
          label={label}
          name={name}
          type="datetime-local"
          defaultValue={field.value.slice(0, 16)}
          error={error}
          hint={hint}
        />
      </noscript>
    </div>
  );
}
