import { useController, useFormContext } from "react-hook-form";
import { MarkdownField } from "@/components/forms/markdown-field";
import type { EventForm } from "@/lib/event-editing/form";
import { categories } from "@/lib/events/categories";
import { basicSections, fieldLabels } from "@/texts/event-editor";
import { CoverField } from "./cover-field";
import { useEditor } from "./editor-context";
import { EditorDate } from "./editor-date";
import { EditorField, EditorSelect } from "./editor-field";
import { EditorSection, FieldRow } from "./editor-section";

export function BasicsSection() {
  const { initial } = useEditor();
  return (
    <EditorSection section="basics">
      <EditorField name="name" label={fieldLabels.name} defaultValue={initial.name} dir="auto" autoComplete="off" />
      <SummaryField />
      <EditorSelect name="category" label={fieldLabels.category} defaultValue={initial.category}>
        <option value="">{basicSections.choose}</option>
        {Object.entries(categories).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </EditorSelect>
    </EditorSection>
  );
}

export function SummaryField() {
  const { initial } = useEditor();
  return (
    <EditorField
      name="summary"
      label={fieldLabels.summary}
      hint={basicSections.summaryHint}
      defaultValue={initial.summary}
      dir="auto"
      autoComplete="off"
    />
  );
}

export function WhenSection() {
  const { initial, choices } = useEditor();
  return (
    <EditorSection section="when" hint={basicSections.datesHint}>
      <EditorSelect name="timeZone" label={fieldLabels.timeZone} defaultValue={initial.timeZone}>
        {choices.zones}
      </EditorSelect>
      <FieldRow>
        <EditorDate name="startsAt" label={fieldLabels.startsAt} />
        <EditorDate name="endsAt" label={fieldLabels.endsAt} />
      </FieldRow>
    </EditorSection>
  );
}

export function WhereSection() {
  const { initial, choices } = useEditor();
  return (
    <EditorSection section="where">
      <FieldRow>
        <EditorField
          name="venue"
          label={fieldLabels.venue}
          defaultValue={initial.venue}
          dir="auto"
          autoComplete="off"
        />
        <EditorField
          name="address"
          label={fieldLabels.address}
          hint={basicSections.optional}
          defaultValue={initial.address}
          dir="auto"
          autoComplete="off"
        />
        <EditorField name="city" label={fieldLabels.city} defaultValue={initial.city} dir="auto" autoComplete="off" />
        <EditorSelect name="country" label={fieldLabels.country} defaultValue={initial.country}>
          <option value="">{basicSections.choose}</option>
          {choices.countries}
        </EditorSelect>
      </FieldRow>
    </EditorSection>
  );
}

export function DescriptionSection({ children }: { children?: React.ReactNode }) {
  const { control } = useFormContext<EventForm>();
  const { field } = useController({ control, name: "description" });
  const { idOf, errorOf } = useEditor();
  return (
    <EditorSection section="description">
      {children}
      <MarkdownField
        id={idOf("description")}
        name="description"
        label={basicSections.aboutLabel}
        value={field.value}
        onChange={field.onChange}
        error={errorOf("description")}
        maxLength={20_000}
        rows={14}
      />
    </EditorSection>
  );
}

export function CoverSection() {
  const { control } = useFormContext<EventForm>();
  const { field } = useController({ control, name: "coverImage" });
  const { slug } = useEditor();
  return (
    <EditorSection section="cover">
      <CoverField slug={slug} value={field.value} onChange={field.onChange} />
      <input type="hidden" name="coverImage" value={field.value ?? ""} />
    </EditorSection>
  );
}
