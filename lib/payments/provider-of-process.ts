import type { PaymentProvider } from "./provider";

export function paymentProvider(): PaymentProvider | null {
  return null;
}
