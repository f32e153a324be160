import { SelectField } from "@/components/ui/field";

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
      label="Organizer"
      hint={isFixed ? "The draft belongs to this organizer." : undefined}
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
