import { SelectField } from "@/components/ui/field";
import { organizerField } from "@/texts/event-editor";

/** The organizer of a new event. It is fixed once there is a draft. */
export function OrganizerField({
  organizers,
  isFixed,
}: {
  organizers: { slug: string; name: string }[];
  isFixed: boolean;
}) {
  return (
    <SelectField
      name="organizer"
      label={organizerField.label}
      hint={isFixed ? organizerField.fixedHint : undefined}
      defaultValue={organizers[0]?.slug}
      disabled={isFixed}
    >
      {organizers.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
