import type { Metadata } from "next";
import { MessageForm } from "@/components/organize/messages/message-form";
import { requireEvent } from "@/lib/access/access";
import { describeAudience, parseAudience } from "@/lib/messages/audience-param";
import { listTicketTypeNames } from "@/lib/messages/queries";
import { composeResultShape } from "@/lib/messages/schema";
import { routeParams } from "@/lib/names/route-params";
import { readNoScriptResult } from "@/lib/requests/no-script-result";
import { newMessagePage } from "@/texts/messages";

export const metadata: Metadata = { title: newMessagePage.title };
export const instant = false;

export default async function NewMessagePage({
  params,
  searchParams,
}: PageProps<"/organize/events/[slug]/messages/new">) {
  const [{ slug }, { to: asked }] = await Promise.all([routeParams(params), searchParams]);
  const { event, viewer } = await requireEvent(slug, "messages.send");
  const types = await listTicketTypeNames(event.id);
  const to = typeof asked === "string" && parseAudience(asked, types) ? asked : "all";
  const left = await readNoScriptResult(
    `/organize/events/${encodeURIComponent(event.slug)}/messages/new`,
    composeResultShape,
  );
  const values = ["all", ...types.map(({ code }) => `type:${code}`), "waitlist"];
  const choices = values.includes(to) ? values : [to, ...values];
  const audiences = choices.flatMap((value) => {
    const audience = parseAudience(value, types);
    return audience ? [{ value, text: describeAudience(audience) }] : [];
  });
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1 className="text-3xl">{newMessagePage.title}</h1>
      <MessageForm
        slug={event.slug}
        audiences={audiences}
        viewerEmail={viewer.email}
        start={{ id: crypto.randomUUID(), to, subject: "", body: "", replies: false }}
        left={left}
      />
    </div>
  );
}
