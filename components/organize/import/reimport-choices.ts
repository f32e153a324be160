import type { ReimportPreview } from "@/lib/event-import/dto";
import type { ReimportOptions } from "@/lib/event-import/reimport-options";

type Change = ReimportPreview["changes"][number];

/** A draft takes what is surely the file's doing, unless its organizer says no. */
export const isAutomatic = ({ here, isSure }: Change) => here.status === "draft" && isSure;

export function isSelected(change: Change, { updateDrafts, choices }: ReimportOptions): boolean {
  const choice = choices[change.here.slug];
  return choice === undefined ? isAutomatic(change) && updateDrafts : choice !== "leave";
}

/** The choices with one more made: what goes without saying is not kept. */
export function withChoice(change: Change, isTaken: boolean, again: ReimportOptions): ReimportOptions {
  const { [change.here.slug]: _, ...choices } = again.choices;
  const goesWithoutSaying = isTaken === (isAutomatic(change) && again.updateDrafts);
  if (goesWithoutSaying) return { ...again, choices };
  const tell = change.moves && change.people > 0;
  const choice = isTaken ? { version: change.version, tell } : ("leave" as const);
  return { ...again, choices: { ...choices, [change.here.slug]: choice } };
}

/** How many events an import would change. */
export function countSelectedChanges({ drafts, changes }: ReimportPreview, again: ReimportOptions): number {
  const unlisted = again.updateDrafts ? drafts - changes.filter(isAutomatic).length : 0;
  return unlisted + changes.filter((change) => isSelected(change, again)).length;
}
