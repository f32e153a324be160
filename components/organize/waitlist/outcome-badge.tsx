import { Badge } from "@/components/ui/badge";

const outcomes = {
  converted: { text: "Booked", tone: "positive" },
  offered: { text: "Offered", tone: "accent" },
  skipped: { text: "Kept waiting", tone: "neutral" },
} as const;

type Outcome = keyof typeof outcomes;

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <Badge tone={outcomes[outcome].tone}>{outcomes[outcome].text}</Badge>;
}
