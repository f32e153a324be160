import { Badge } from "@/components/ui/badge";

const outcomeLabels = {
  converted: { text: "Booked", tone: "positive" },
  offered: { text: "Offered", tone: "accent" },
  skipped: { text: "Kept waiting", tone: "neutral" },
} as const;

type Outcome = keyof typeof outcomeLabels;

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <Badge tone={outcomeLabels[outcome].tone}>{outcomeLabels[outcome].text}</Badge>;
}
