import { Alert } from "@/components/ui/alert";
import { selectionKeptNote } from "@/texts/account";

/** For visitors who selected Reserve or Join waitlist first: the callback URL holds their choice. */
export function SelectionKeptNote({ callbackUrl }: { callbackUrl: string }) {
  if (!/^\/events\/[^?]+\?(tickets|waitlist)=/.test(callbackUrl)) return null;
  return <Alert tone="info">{selectionKeptNote.text}</Alert>;
}
