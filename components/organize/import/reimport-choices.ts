import type { ReimportPreview } from "@/lib/event-import/dto";
import type { ReimportOptions } from "@/lib/event-import/reimport-options";

type Change = ReimportPreview["changes"][number];

/** Drafts adopt changes that certainly come from the file, unless the organizer opts out. */
export const isAutomatic = ({ here, isSure }: Change) => here.status === "draft" && isSure;

export function isSelected(change: Change, { updateDrafts, choices }: ReimportOptions): boolean {
  const choice = choices[change.here.slug];
  return choice === undefined ? isAutomatic(change) && updateDrafts : choice !== "leave";
}

/** The options with one more choice. A choice that equals the default is not stored. */
export function withChoice(change: Change, isTaken: boolean, again: ReimportOptions): ReimportOptions {
  const { [change.here.slug]: _, ...choices } = again.choices;
  const isDefault = isTaken === (isAutomatic(change) && again.updateDrafts);
  if (isDefault) return { ...again, choices };
  const notifies = change.moves && change.people > 0;
  const choice = isTaken ? { version: change.version, tell: notifies } : ("leave" as const);
  return { ...again, choices: { ...choices, [change.here.slug]: choice } };
}

export function countSelectedChanges({ drafts, changes }: ReimportPreview, again: ReimportOptions): number {
  const unlisted = again.updateDrafts ? drafts - changes.filter(isAutomatic).length : 0;
  return unlisted + changes.filter((change) => isSelected(change, again)).length;
}
