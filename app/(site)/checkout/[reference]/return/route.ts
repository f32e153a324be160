import { signInPath } from "@/lib/auth/callback-path";
import { getViewer } from "@/lib/auth/viewer";
import { returnFromPayment } from "@/lib/checkout/payment-return";
import { defineRoute } from "@/lib/requests/define-route";
import { redirect303 } from "@/lib/requests/redirect-303";

/** Where the provider's page leads: on to the tickets, back to the checkout, or to a page that waits for the bank. */
export const GET = defineRoute("/checkout/[reference]/return", {
  run: async ({ params: { reference } }) => {
    const checkout = `/checkout/${reference}`;
    const viewer = await getViewer();
    if (!viewer) return redirect303(signInPath(`${checkout}/return`));
    const returned = await returnFromPayment(reference, viewer.id);
    if (!returned) return redirect303("/bookings");
    return redirect303(returned.to === "page" ? returned.path : `${checkout}/paid`);
  },
});
