import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";
import { fieldLabels, ruleSections } from "@/texts/event-editor";
import { useEditor } from "./editor-context";
import { EditorDate } from "./editor-date";
import { EditorCheckbox, EditorField } from "./editor-field";
import { EditorSection, FieldRow } from "./editor-section";

export function RulesSection() {
  const { initial } = useEditor();
  const number = { inputMode: "numeric", autoComplete: "off" } as const;
  return (
    <EditorSection section="rules">
      <FieldRow>
        <EditorField
          {...number}
          name="capacity"
          label={fieldLabels.capacity}
          hint={ruleSections.capacityHint}
          defaultValue={initial.capacity}
        />
        <EditorField
          {...number}
          name="maxTicketsPerBooking"
          label={fieldLabels.maxTicketsPerBooking}
          hint={ruleSections.maxTicketsHint}
          defaultValue={initial.maxTicketsPerBooking}
        />
        <EditorField
          {...number}
          name="holdMinutes"
          label={fieldLabels.holdMinutes}
          hint={ruleSections.holdHint}
          defaultValue={initial.holdMinutes}
        />
        <EditorField
          {...number}
          name="cancellationCutoffHours"
          label={fieldLabels.cancellationCutoffHours}
          hint={ruleSections.cutoffHint}
          defaultValue={initial.cancellationCutoffHours}
        />
      </FieldRow>
      <EditorCheckbox name="waitlistEnabled" label={ruleSections.waitlistLabel} hint={ruleSections.waitlistHint} />
    </EditorSection>
  );
}

export function SalesSection() {
  return (
    <EditorSection section="sales" hint={ruleSections.salesHint}>
      <FieldRow>
        <EditorDate name="salesStartAt" label={fieldLabels.salesStartAt} />
        <EditorDate name="salesEndAt" label={fieldLabels.salesEndAt} />
      </FieldRow>
      <EditorCheckbox
        name="waitingRoom"
        label={ruleSections.waitingRoomLabel}
        hint={ruleSections.waitingRoomHint(LOBBY_MINUTES)}
      />
    </EditorSection>
  );
}
