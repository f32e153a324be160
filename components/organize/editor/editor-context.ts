import { createContext, type ReactNode, use } from "react";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import type { EventForm } from "@/lib/event-editing/form";

export type EditorForm = UseFormReturn<EventForm, unknown, unknown>;

/** What the editor knows about a ticket type besides its fields. */
export type TicketTypeData = {
  code: string;
  sold: number;
  /** It has or had bookings, so it can't be deleted. */
  isUsed: boolean;
  /** As in the input. */
  price: string;
};

/** Options of the long selects, rendered on the server: runtimes differ in the zones and names they know. */
export type EditorChoices = {
  zones: ReactNode;
  countries: ReactNode;
  currencies: ReactNode;
  /** Whether tickets can be paid for online here. */
  takesPayments: boolean;
};

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
  if (!editor) throw new Error("useEditor was called outside of an editor.");
  return editor;
}

/** `past`: after an event has ended, only its description, summary and cover can change. */
export type EditorMode = "draft" | "published" | "past";
