import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { createTicketTypeCode, type EventForm, emptyTicketType, MAX_TICKET_TYPES } from "@/lib/event-editing/form";
import { fieldLabels, placeholders, ticketTypesSection } from "@/texts/event-editor";
import { useEditor } from "./editor-context";
import { EditorSelect } from "./editor-field";
import { EditorSection } from "./editor-section";
import { PaymentFields } from "./payment-fields";
import { TicketTypeItem } from "./ticket-type-item";

export function TicketTypesSection() {
  const { control, getValues } = useFormContext<EventForm>();
  const { fields, append, move, remove } = useFieldArray({ control, name: "ticketTypes" });
  const { initial, choices, idOf, errorOf } = useEditor();
  const [announcement, setAnnouncement] = useState("");
  const focusNext = useRef<string>(null);

  // A button that moved or was removed has lost the focus.
  useEffect(() => {
    if (focusNext.current && fields) document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [fields]);

  const nameAt = (index: number) => getValues(`ticketTypes.${index}.name`) || placeholders.ticketType(index + 1);

  function add() {
    focusNext.current = idOf(`ticketTypes.${fields.length}.name`);
    append(emptyTicketType(createTicketTypeCode()), { shouldFocus: false });
    setAnnouncement(ticketTypesSection.added(placeholders.ticketType(fields.length + 1)));
  }

  function shift(index: number, by: 1 | -1, code: string) {
    const to = index + by;
    if (to < 0 || to >= fields.length) return;
    const name = nameAt(index);
    focusNext.current = idOf(`${code}-${by === 1 ? "down" : "up"}`);
    move(index, to);
    setAnnouncement(ticketTypesSection.moved(name, to + 1, fields.length));
  }

  function drop(index: number) {
    const name = nameAt(index);
    focusNext.current = idOf("ticketTypes");
    remove(index);
    setAnnouncement(ticketTypesSection.removed(name));
  }

  const listError = errorOf("ticketTypes");
  return (
    <EditorSection section="tickets" hint={ticketTypesSection.hint}>
      <EditorSelect name="currency" label={fieldLabels.currency} defaultValue={initial.currency}>
        {choices.currencies}
      </EditorSelect>
      <PaymentFields />
      {fields.length > 0 ? (
        <ol className="grid grid-cols-1 gap-4">
          {fields.map((item, index) => (
            <TicketTypeItem
              key={item.id}
              item={item}
              index={index}
              isFirst={index === 0}
              isLast={index === fields.length - 1}
              onMove={(by) => shift(index, by, item.code)}
              onRemove={() => drop(index)}
            />
          ))}
        </ol>
      ) : (
        <p className="rounded-card border border-dashed border-line-strong px-5 py-6 text-muted">
          {ticketTypesSection.empty}
        </p>
      )}
      {listError ? <p className="text-sm font-medium text-danger">{listError}</p> : null}
      <p>
        <Button
          id={idOf("ticketTypes")}
          variant="secondary"
          type="submit"
          name="intent"
          value="add-type"
          disabled={fields.length >= MAX_TICKET_TYPES}
          onClick={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Plus aria-hidden="true" className="size-5" />
          {ticketTypesSection.add}
        </Button>
      </p>
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </EditorSection>
  );
}
