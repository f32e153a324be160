import type { ReactNode } from "react";
import { sections } from "@/texts/event-editor";
import { useEditor } from "./editor-context";

export type SectionKey = keyof typeof sections;

export const sectionId = (slug: string | null, key: SectionKey) => `${slug ?? "new"}-section-${key}`;

export function EditorSection({
  section,
  hint,
  children,
}: {
  section: SectionKey;
  hint?: ReactNode;
  children: ReactNode;
}) {
  const { slug } = useEditor();
  const id = sectionId(slug, section);
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      className="grid scroll-mt-20 grid-cols-1 gap-5 border-t border-line py-8 outline-none first:border-0 first:pt-0"
    >
      <header className="grid gap-1">
        <h2 id={`${id}-title`} className="text-2xl">
          {sections[section]}
        </h2>
        {hint ? <p className="text-muted text-pretty">{hint}</p> : null}
      </header>
      {children}
    </section>
  );
}

/** Fields side by side on wide screens. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">{children}</div>;
}
