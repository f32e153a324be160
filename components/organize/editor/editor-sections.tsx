import {
  BasicsSection,
  CoverSection,
  DescriptionSection,
  SummaryField,
  WhenSection,
  WhereSection,
} from "./basic-sections";
import type { SectionKey } from "./editor-section";
import { RulesSection, SalesSection } from "./rule-sections";
import { TicketTypesSection } from "./ticket-types-section";

const sectionComponents = {
  basics: BasicsSection,
  when: WhenSection,
  where: WhereSection,
  description: DescriptionSection,
  cover: CoverSection,
  tickets: TicketTypesSection,
  rules: RulesSection,
  sales: SalesSection,
};

export function EditorSections({ shown }: { shown: SectionKey[] }) {
  // Without the basics section, the summary moves to the description.
  const isWithoutBasics = !shown.includes("basics");
  return (
    <div className="grid grid-cols-1">
      {shown.map((key) => {
        if (key === "description" && isWithoutBasics) {
          return (
            <DescriptionSection key={key}>
              <SummaryField />
            </DescriptionSection>
          );
        }
        const Part = sectionComponents[key];
        return <Part key={key} />;
      })}
    </div>
  );
}
