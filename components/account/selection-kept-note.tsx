import { Alert } from "@/components/ui/alert";
import { selectionKeptNote } from "@/texts/account";

/** For who pressed Reserve or Join waitlist and was sent here first: what was chosen is in the way back. */
export function SelectionKeptNote({ callbackUrl }: { callbackUrl: string }) {
  if (!/^\/events\/[^?]+\?(tickets|waitlist)=/.test(callbackUrl)) return null;
  return <Alert tone="info">{selectionKeptNote.yourChoiceIsKeptSign}</Alert>;
}
