import type { bookingView, checkoutView } from "./queries";

export type CheckoutView = NonNullable<Awaited<ReturnType<typeof checkoutView>>>;
export type BookingView = NonNullable<Awaited<ReturnType<typeof bookingView>>>;
