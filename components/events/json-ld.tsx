import { jsonLdText } from "@/lib/events/json-ld";

export function JsonLd({ value }: { value: object }) {
  return <script type="application/ld+json">{jsonLdText(value)}</script>;
}
