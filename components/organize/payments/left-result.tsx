import { Alert } from "@/components/ui/alert";

/** The result of a form that was sent without scripts. */
export function LeftResult({ left }: { left: { ok: boolean; message: string } | null }) {
  if (!left) return null;
  return <Alert tone={left.ok ? "positive" : "danger"}>{left.message}</Alert>;
}
