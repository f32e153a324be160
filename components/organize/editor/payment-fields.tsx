import { useFormContext, useWatch } from "react-hook-form";
import type { EventForm } from "@/lib/event-editing/form";
import { fieldLabels } from "@/texts/event-editor";
import { chargeErrors, paymentFields, paymentMethodNames } from "@/texts/payments";
import { useEditor } from "./editor-context";
import { EditorField, EditorSelect } from "./editor-field";
import { FieldRow } from "./editor-section";

/** How tickets are paid for, and how long people have to pay online. */
export function PaymentFields() {
  const { initial, choices, isDraft } = useEditor();
  const { control } = useFormContext<EventForm>();
  const method = useWatch({ control, name: "paymentMethod" });
  const isOnline = method === "online" || initial.paymentMethod === "online";
  const mayChooseOnline = choices.takesPayments || isOnline;
  return (
    <FieldRow>
      <EditorSelect
        name="paymentMethod"
        label={fieldLabels.paymentMethod}
        hint={choices.takesPayments ? paymentFields.methodHints[method] : paymentFields.noProviderHint}
        problem={isDraft && method === "online" && !choices.takesPayments ? chargeErrors.noProvider : undefined}
        defaultValue={initial.paymentMethod}
      >
        <option value="venue">{paymentMethodNames.venue}</option>
        {/* What is chosen stays possible: a disabled option would not be sent. */}
        <option value="online" disabled={!mayChooseOnline}>
          {mayChooseOnline ? paymentMethodNames.online : paymentFields.onlineUnavailable}
        </option>
      </EditorSelect>
      {mayChooseOnline ? (
        <EditorField
          name="paymentMinutes"
          label={fieldLabels.paymentMinutes}
          hint={paymentFields.minutesHint}
          defaultValue={initial.paymentMinutes}
          inputMode="numeric"
          autoComplete="off"
        />
      ) : (
        <input type="hidden" name="paymentMinutes" value={initial.paymentMinutes} />
      )}
    </FieldRow>
  );
}
