import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { EventForm, TicketTypeForm } from "@/lib/event-editing/form";
import { placeholders, ticketTypeItem } from "@/texts/event-editor";
import { useEditor } from "./editor-context";
import { EditorDate } from "./editor-date";
import { EditorField } from "./editor-field";
import { FieldRow } from "./editor-section";
import { TicketTypeSale } from "./ticket-type-sale";

const iconButton =
  "grid size-11 place-items-center rounded-control hover:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:opacity-40";

/** Without scripts it submits the form; with scripts only `onClick` runs. */
function ItemButton({ onClick, ...rest }: ComponentProps<"button"> & { onClick: () => void }) {
  return (
    <button
      {...rest}
      type="submit"
      name="intent"
      className={iconButton}
      onClick={(event) => {
        event.preventDefault();
        onClick();
      }}
    />
  );
}

export function TicketTypeItem({
  item,
  index,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: {
  item: TicketTypeForm;
  index: number;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const { control } = useFormContext<EventForm>();
  const { types, idOf, errorOf } = useEditor();
  const titleId = useId();
  const name = useWatch({ control, name: `ticketTypes.${index}.name` });
  const price = useWatch({ control, name: `ticketTypes.${index}.price` });
  const currency = useWatch({ control, name: "currency" });
  const data = types.find(({ code }) => code === item.code);
  const at = `ticketTypes.${index}` as const;
  const title = name || placeholders.ticketType(index + 1);
  const hasMore = Boolean(
    item.description ||
      item.salesStartAt ||
      item.salesEndAt ||
      errorOf(`${at}.salesEndAt`) ||
      errorOf(`${at}.salesStartAt`),
  );
  const priceHint =
    data?.isUsed && data.price !== price
      ? ticketTypeItem.bookedPriceHint(data.price, currency)
      : ticketTypeItem.priceHint;

  return (
    <li>
      <fieldset
        aria-labelledby={titleId}
        className="grid min-w-0 grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4 sm:p-5"
      >
        <div className="flex items-center gap-1">
          <h3 id={titleId} dir="auto" className="me-auto min-w-0 text-lg font-semibold wrap-anywhere">
            {title}
          </h3>
          <ItemButton
            id={idOf(`${item.code}-up`)}
            value={`up-type:${index}`}
            aria-label={ticketTypeItem.moveUp(title)}
            aria-disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <ArrowUp aria-hidden="true" className="size-5" />
          </ItemButton>
          <ItemButton
            id={idOf(`${item.code}-down`)}
            value={`down-type:${index}`}
            aria-label={ticketTypeItem.moveDown(title)}
            aria-disabled={isLast}
            onClick={() => onMove(1)}
          >
            <ArrowDown aria-hidden="true" className="size-5" />
          </ItemButton>
          {data?.isUsed ? null : (
            <ItemButton value={`remove-type:${index}`} aria-label={ticketTypeItem.remove(title)} onClick={onRemove}>
              <Trash2 aria-hidden="true" className="size-5" />
            </ItemButton>
          )}
        </div>
        <input type="hidden" name={`${at}.code`} value={item.code} />
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <EditorField
            name={`${at}.name`}
            label={ticketTypeItem.nameLabel}
            defaultValue={item.name}
            dir="auto"
            autoComplete="off"
          />
          <EditorField
            name={`${at}.price`}
            label={ticketTypeItem.priceLabel(currency)}
            hint={priceHint}
            defaultValue={item.price}
            inputMode="decimal"
            autoComplete="off"
          />
          <EditorField
            name={`${at}.quota`}
            label={ticketTypeItem.quotaLabel}
            hint={data && data.sold > 0 ? ticketTypeItem.soldHint(data.sold) : ticketTypeItem.quotaHint}
            defaultValue={item.quota}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        {data?.isUsed ? <TicketTypeSale index={index} /> : null}
        <details open={hasMore}>
          <summary className="flex min-h-11 w-fit cursor-pointer items-center font-semibold text-accent">
            {ticketTypeItem.details}
          </summary>
          <div className="grid grid-cols-1 gap-4 pt-3">
            <EditorField
              name={`${at}.description`}
              label={ticketTypeItem.descriptionLabel}
              hint={ticketTypeItem.optional}
              defaultValue={item.description}
              dir="auto"
              autoComplete="off"
            />
            <FieldRow>
              <EditorDate name={`${at}.salesStartAt`} label={ticketTypeItem.salesStartLabel} />
              <EditorDate name={`${at}.salesEndAt`} label={ticketTypeItem.salesEndLabel} />
            </FieldRow>
          </div>
        </details>
      </fieldset>
    </li>
  );
}
