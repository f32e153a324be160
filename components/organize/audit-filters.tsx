import { Button, ButtonLink } from "@/components/ui/button";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { auditKinds } from "@/lib/audit/labels";
import { type AuditSearch, auditHref } from "@/lib/audit/search";
import { auditFilters } from "@/texts/organizer";

/** Who, what, about which event and when: a plain form, so that the address says it all. */
export function AuditFilters({
  search,
  organizer,
  people,
}: {
  search: AuditSearch;
  organizer: string;
  people: { person: string; name: string }[];
}) {
  const { person, kind, event, from, to, show } = search;
  const isFiltered = [person, kind, event, from, to, show].some(Boolean);
  return (
    <search key={JSON.stringify(search)}>
      <form
        action={auditFilters.organizeAudit}
        className="grid items-end gap-4 rounded-card border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.4fr_auto_auto]"
      >
        <input type="hidden" name="organizer" value={organizer} />
        <SelectField label={auditFilters.who} name="person" defaultValue={person ?? ""}>
          <option value="">{auditFilters.everybody}</option>
          {people.map((one) => (
            <option key={one.person} value={one.person}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <SelectField label={auditFilters.about} name="kind" defaultValue={kind ?? ""}>
          <option value="">{auditFilters.everything}</option>
          {Object.entries(auditKinds).map(([value, { name }]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field
          label={auditFilters.event}
          type="search"
          name="event"
          defaultValue={event}
          placeholder={auditFilters.itsName}
          maxLength={200}
        />
        <Field label={auditFilters.from} type="date" name="from" defaultValue={from} />
        <Field label={auditFilters.until} type="date" name="to" defaultValue={to} />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 sm:col-span-full">
          <CheckboxField
            label={auditFilters.withWhatAttendeesDoThemselves}
            name="show"
            value="all"
            defaultChecked={show === "all"}
          />
          <div className="flex flex-wrap gap-2">
            {isFiltered ? (
              <ButtonLink href={auditHref({ organizer })} variant="ghost" size="sm">
                {auditFilters.clear}
              </ButtonLink>
            ) : null}
            <Button type="submit" variant="secondary" size="sm">
              {auditFilters.show}
            </Button>
          </div>
        </div>
      </form>
    </search>
  );
}
