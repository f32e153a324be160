import { CircleCheck } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { PublishForm } from "@/components/organize/editor/publish-form";
import { PublishSummary } from "@/components/organize/editor/publish-summary";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { requireEvent } from "@/lib/access/access";
import { fieldId } from "@/lib/event-editing/form";
import { publishErrorsFor } from "@/lib/event-editing/publish";
import { getEditorEvent } from "@/lib/event-editing/queries";
import { eventFormSchema } from "@/lib/event-editing/schema";
import { routeParams } from "@/lib/names/route-params";
import { readNoScriptFailure } from "@/lib/requests/no-script-result";
import { fieldLabels, placeholders } from "@/texts/event-editor";
import { publishPage } from "@/texts/event-publishing";

export const metadata: Metadata = { title: publishPage.title };
export const instant = false;

/** "Ticket type 2" for `ticketTypes.1.price`. */
function fieldLabelFor(path: string) {
  const [field = "", index] = path.split(".");
  if (field === "ticketTypes" && index !== undefined) return placeholders.ticketType(Number(index) + 1);
  return Object.hasOwn(fieldLabels, field) ? fieldLabels[field as keyof typeof fieldLabels] : field;
}

export default async function PublishPage({ params }: PageProps<"/organize/events/[slug]/edit/publish">) {
  const { slug } = await routeParams(params);
  const { event: seen } = await requireEvent(slug, "events.edit");
  const { event, form } = await getEditorEvent(seen.id);
  const base = `/organize/events/${event.slug}`;
  if (event.status !== "draft") return <PublishedNotice slug={event.slug} isCancelled={event.status === "cancelled"} />;

  const missing = Object.entries(publishErrorsFor(form, new Date()));
  const parsed = eventFormSchema.safeParse(form);
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      {missing.length > 0 || !parsed.success ? (
        <>
          <h1 className="text-3xl">{publishPage.notReadyTitle}</h1>
          <div className="grid gap-3">
            <p>{publishPage.missing(missing.length)}</p>
            <ul className="divide-y divide-line border-y border-line">
              {missing.map(([path, message]) => (
                <li key={path}>
                  <Link
                    href={`${base}/edit?check=1#${fieldId(event.slug, path)}` as Route}
                    prefetch={false}
                    className="grid min-h-12 content-center gap-x-4 gap-y-0.5 py-2 hover:underline sm:grid-cols-[10rem_1fr]"
                  >
                    <span className="font-semibold">{fieldLabelFor(path)}</span>
                    <span className="text-muted">{message}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </>
      ) : (
        <>
          <header className="grid gap-1">
            <h1 className="text-3xl">{publishPage.readyTitle}</h1>
            <p className="text-muted">{publishPage.readyIntro}</p>
          </header>
          <PublishSummary values={parsed.data} />
          <PublishForm
            slug={event.slug}
            version={event.version}
            left={await readNoScriptFailure(`/organize/events/${encodeURIComponent(event.slug)}/edit/publish`)}
          />
        </>
      )}
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`${base}/edit` as Route} variant="secondary">
          {publishPage.back}
        </ButtonLink>
        <ButtonLink href={`${base}/preview` as Route} variant="ghost" prefetch={false}>
          {publishPage.preview}
        </ButtonLink>
      </p>
    </div>
  );
}

function PublishedNotice({ slug, isCancelled }: { slug: string; isCancelled: boolean }) {
  if (isCancelled) {
    return (
      <div className="grid max-w-3xl gap-6">
        <h1 className="text-3xl">{publishPage.title}</h1>
        <Alert tone="warning" title={publishPage.cancelledTitle}>
          {publishPage.cancelledText}
        </Alert>
      </div>
    );
  }
  return (
    <div className="grid max-w-3xl justify-items-start gap-5">
      <h1 className="flex items-center gap-3 text-3xl">
        <CircleCheck aria-hidden="true" className="size-8 text-positive" />
        {publishPage.liveTitle}
      </h1>
      <p className="text-muted">{publishPage.liveIntro}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`/events/${slug}`}>{publishPage.viewEvent}</ButtonLink>
        <ButtonLink href={`/organize/events/${slug}` as Route} variant="secondary">
          {publishPage.viewOverview}
        </ButtonLink>
      </p>
    </div>
  );
}
