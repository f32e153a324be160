import type { SaveAnswer } from "./answers";
import type { EventForm } from "./form";

/** What a posted form comes back with, where no script has kept it. */
export type EditorState = {
  form?: EventForm;
  version?: number;
  answer?: SaveAnswer;
};
