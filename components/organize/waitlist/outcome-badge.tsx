import { Badge } from "@/components/ui/badge";
import { outcomeBadge } from "@/texts/organizer-waitlist";

const outcomeLabels = {
  converted: { text: outcomeBadge.converted, tone: "positive" },
  offered: { text: outcomeBadge.offered, tone: "accent" },
  skipped: { text: outcomeBadge.skipped, tone: "neutral" },
} as const;

type Outcome = keyof typeof outcomeLabels;

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <Badge tone={outcomeLabels[outcome].tone}>{outcomeLabels[outcome].text}</Badge>;
}
