import { createContext, type ReactNode, use } from "react";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import type { EventForm } from "@/lib/event-editing/form";

export type EditorForm = UseFormReturn<EventForm, unknown, unknown>;

/** What the editor knows of a ticket type beside its fields. */
export type TicketTypeData = {
  code: string;
  sold: number;
  /** It has, or had, bookings: it stays. */
  isUsed: boolean;
  /** As it stands in the input. */
  price: string;
};

/** Options of the long selects, made on the server: runtimes differ in the zones they know and the names they give. */
export type EditorChoices = { zones: ReactNode; countries: ReactNode; currencies: ReactNode };

export type EditorContextValue = {
  slug: string | null;
  isDraft: boolean;
  /** What the server rendered into the inputs. */
  initial: EventForm;
  choices: EditorChoices;
  types: TicketTypeData[];
  idOf: (name: string) => string;
  errorOf: (name: FieldPath<EventForm>) => string | undefined;
};

export const EditorContext = createContext<EditorContextValue | null>(null);

export function useEditor(): EditorContextValue {
  const editor = use(EditorContext);
  if (!editor) throw new Error("outside of an editor");
  return editor;
}

/** `past`: of an event that is over, only its words and its picture change. */
export type EditorMode = "draft" | "published" | "past";
