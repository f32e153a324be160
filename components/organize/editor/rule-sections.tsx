import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";
import { ruleSections } from "@/texts/event-editor";
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
          label={ruleSections.capacity}
          hint={ruleSections.seatsOverAllTicketTypes}
          defaultValue={initial.capacity}
        />
        <EditorField
          {...number}
          name="maxTicketsPerBooking"
          label={ruleSections.ticketsPerBooking}
          hint={ruleSections.theMostThatOnePerson}
          defaultValue={initial.maxTicketsPerBooking}
        />
        <EditorField
          {...number}
          name="holdMinutes"
          label={ruleSections.minutesForCheckout}
          hint={ruleSections.seatsAreHeldThisLong}
          defaultValue={initial.holdMinutes}
        />
        <EditorField
          {...number}
          name="cancellationCutoffHours"
          label={ruleSections.cancellingEndsHoursBeforeThe}
          hint={ruleSections.n0PeopleCanCancelUntil}
          defaultValue={initial.cancellationCutoffHours}
        />
      </FieldRow>
      <EditorCheckbox
        name="waitlistEnabled"
        label={ruleSections.openWaitlistWhenItIs}
        hint={ruleSections.seatsThatComeFreeAre}
      />
    </EditorSection>
  );
}

export function SalesSection() {
  return (
    <EditorSection section="sales" hint={ruleSections.leaveEmptyToOpenSales}>
      <FieldRow>
        <EditorDate name="salesStartAt" label={ruleSections.salesOpen} />
        <EditorDate name="salesEndAt" label={ruleSections.salesClose} />
      </FieldRow>
      <EditorCheckbox
        name="waitingRoom"
        label={ruleSections.waitingRoomForBigOn}
        hint={ruleSections.forMorePeopleThanThere(LOBBY_MINUTES)}
      />
    </EditorSection>
  );
}
