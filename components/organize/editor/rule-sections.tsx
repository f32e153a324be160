import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";
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
          label="Capacity"
          hint="Seats over all ticket types. Never fewer than are sold and held."
          defaultValue={initial.capacity}
        />
        <EditorField
          {...number}
          name="maxTicketsPerBooking"
          label="Tickets per booking"
          hint="The most that one person can book."
          defaultValue={initial.maxTicketsPerBooking}
        />
        <EditorField
          {...number}
          name="holdMinutes"
          label="Minutes for checkout"
          hint="Seats are held this long, then they go back on sale."
          defaultValue={initial.holdMinutes}
        />
        <EditorField
          {...number}
          name="cancellationCutoffHours"
          label="Cancelling ends, hours before the start"
          hint="0: people can cancel until it starts. You can always cancel a booking."
          defaultValue={initial.cancellationCutoffHours}
        />
      </FieldRow>
      <EditorCheckbox
        name="waitlistEnabled"
        label="Open a waitlist when it is sold out"
        hint="Seats that come free are given to whoever waits, in order of joining."
      />
    </EditorSection>
  );
}

export function SalesSection() {
  return (
    <EditorSection
      section="sales"
      hint="Leave empty to open sales on publishing and to close them when the event starts, or when it ends if it lasts over 24 hours."
    >
      <FieldRow>
        <EditorDate name="salesStartAt" label="Sales open" />
        <EditorDate name="salesEndAt" label="Sales close" />
      </FieldRow>
      <EditorCheckbox
        name="waitingRoom"
        label="Waiting room for a big on-sale"
        hint={`For more people than there are tickets. They gather from ${LOBBY_MINUTES} minutes before sales open, get random places when they do, and are let in one after another.`}
      />
    </EditorSection>
  );
}
