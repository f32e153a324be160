import { SelectField } from "@/components/ui/field";
import { organizerField } from "@/texts/event-editor";

/** Whose event it is going to be. It stays so once there is a draft. */
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
      label={organizerField.organizer}
      hint={isFixed ? organizerField.theDraftBelongsToThis : undefined}
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
