import { Button, ButtonLink } from "@/components/ui/button";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { auditKinds } from "@/lib/audit/labels";
import { type AuditSearch, auditHref } from "@/lib/audit/search";
import { auditFilters } from "@/texts/organizer";

/** A GET form, so that the address holds all filters. */
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
        action="/organize/audit"
        className="grid items-end gap-4 rounded-card border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.4fr_auto_auto]"
      >
        <input type="hidden" name="organizer" value={organizer} />
        <SelectField label={auditFilters.person} name="person" defaultValue={person ?? ""}>
          <option value="">{auditFilters.everyone}</option>
          {people.map((one) => (
            <option key={one.person} value={one.person}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <SelectField label={auditFilters.kind} name="kind" defaultValue={kind ?? ""}>
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
          placeholder={auditFilters.eventPlaceholder}
          maxLength={200}
        />
        <Field label={auditFilters.from} type="date" name="from" defaultValue={from} />
        <Field label={auditFilters.until} type="date" name="to" defaultValue={to} />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 sm:col-span-full">
          <CheckboxField
            label={auditFilters.includeAttendees}
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
              {auditFilters.submit}
            </Button>
          </div>
        </div>
      </form>
    </search>
  );
}
