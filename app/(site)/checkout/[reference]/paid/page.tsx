import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { RefreshWhileWaiting } from "@/components/checkout/refresh-while-waiting";
import { Container } from "@/components/ui/container";
import { RichText } from "@/components/ui/rich-text";
import { requireViewer } from "@/lib/auth/viewer";
import { returnFromPayment } from "@/lib/checkout/payment-return";
import { routeParams } from "@/lib/names/route-params";
import { paymentReturnPage } from "@/texts/paying";

// Not streamed, as the page has to work without scripts.
export const instant = false;

export const metadata: Metadata = { title: paymentReturnPage.title, robots: { index: false } };

const REFRESH_SECONDS = 10;

/** Asks what became of the payment, and shows itself only while nobody knows. */
export default async function PaidPage({ params }: PageProps<"/checkout/[reference]/paid">) {
  const { reference } = await routeParams(params);
  const viewer = await requireViewer(`/checkout/${reference}/paid`);
  const returned = await returnFromPayment(reference, viewer.id);
  if (!returned) notFound();
  if (returned.to === "page") redirect(returned.path as Route);

  const { title, text } = paymentReturnPage[returned.state];
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-16 sm:py-24">
      <noscript>
        <meta httpEquiv="refresh" content={`${REFRESH_SECONDS};url=/checkout/${reference}/return`} />
      </noscript>
      <RefreshWhileWaiting />
      <h1 className="text-4xl leading-tight sm:text-5xl">{title}</h1>
      <p className="font-semibold">
        <RichText text={paymentReturnPage.booking} values={{ reference: <span translate="no">{reference}</span> }} />
      </p>
      <div role="status" className="grid max-w-prose gap-3 text-lg text-muted text-pretty">
        <p>{text}</p>
        <p>{paymentReturnPage.email}</p>
        <p>{paymentReturnPage.refresh}</p>
      </div>
      <Link href="/bookings" prefetch={false} className="inline-flex min-h-11 items-center font-semibold underline">
        {paymentReturnPage.myBookings}
      </Link>
    </Container>
  );
}
