import { Alert } from "@/components/ui/alert";

/** For who pressed Reserve or Join waitlist and was sent here first: what was chosen is in the way back. */
export function SelectionKeptNote({ callbackUrl }: { callbackUrl: string }) {
  if (!/^\/events\/[^?]+\?(tickets|waitlist)=/.test(callbackUrl)) return null;
  return <Alert tone="info">Your choice is kept. Sign in or sign up, and you are back where you were.</Alert>;
}
