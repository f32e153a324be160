import { useController, useFormContext, useWatch } from "react-hook-form";
import { DateTimeField } from "@/components/forms/date-time-field";
import { Field } from "@/components/ui/field";
import type { EventForm } from "@/lib/event-editing/form";
import { timeZoneNamed } from "@/lib/time/time-zone";
import { useEditor } from "./editor-context";

type DateName =
  | "startsAt"
  | "endsAt"
  | "salesStartAt"
  | "salesEndAt"
  | `ticketTypes.${number}.salesStartAt`
  | `ticketTypes.${number}.salesEndAt`;

/** A date and time in the event's zone; without scripts, the browser's own field for it. */
export function EditorDate({ name, label, hint }: { name: DateName; label: string; hint?: string }) {
  const { control, trigger } = useFormContext<EventForm>();
  const { idOf, errorOf } = useEditor();
  const { field } = useController({ control, name });
  const zone = useWatch({ control, name: "timeZone" });
  const error = errorOf(name);
  return (
    <div className="min-w-0">
      <div className="noscript:hidden">
        <DateTimeField
          id={idOf(name)}
          label={label}
          value={field.value}
          onChange={(wall) => {
            field.onChange(wall);
            trigger(["startsAt", "endsAt", "salesStartAt", "salesEndAt", name]);
          }}
          timeZone={timeZoneNamed(zone) ?? "UTC"}
          error={error}
          hint={hint}
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
