import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { bookings } from "@/db/schema";
import { requireViewer } from "@/lib/auth/viewer";
import { bookingManager } from "@/lib/booking/manager";
import { reserve } from "@/lib/booking/reserve";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { startPayment } from "@/lib/payments/start";
import { makeEvent, makeUser } from "@/test/factories";
import { TestProvider } from "@/test/test-provider";
import CheckoutPage from "./page";
import PaidPage from "./paid/page";

vi.mock("@/lib/payments/provider-of-process", () => ({ paymentProvider: vi.fn() }));
vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn() }));

/** Follows redirects between the two pages, as a browser does, to the page that is shown. */
async function open(path: string): Promise<string> {
  const visited: string[] = [];
  for (let address = path; ; ) {
    expect(visited).not.toContain(address);
    visited.push(address);
    const { pathname, searchParams } = new URL(address, "http://localhost");
    const [, folder, reference = "", page] = pathname.split("/");
    if (folder !== "checkout") return address;
    const props = {
      params: Promise.resolve({ reference }),
      searchParams: Promise.resolve(Object.fromEntries(searchParams)),
    };
    const shown = page === "paid" ? PaidPage(props) : CheckoutPage(props);
    const redirect = await shown.then(
      () => null,
      (thrown: Error & { digest?: string }) => thrown.digest?.split(";")[2] ?? Promise.reject(thrown),
    );
    if (redirect === null) return address;
    address = redirect;
  }
}

async function beginToPay() {
  const provider = new TestProvider();
  vi.mocked(paymentProvider).mockReturnValue(provider);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const user = await makeUser(db);
  const { id, name, email } = user;
  vi.mocked(requireViewer).mockResolvedValue({ id, name, email, timeZone: null, isSuperuser: false });
  const event = await makeEvent(db, { paymentMethod: "online", ticketTypes: [{ price: 1_900 }] });
  const ticketTypeCode = event.ticketTypes[0]?.code ?? "";
  const wanted = { eventId: event.id, userId: id, items: [{ ticketTypeCode, quantity: 1 }] };
  const held = await reserve(bookingManager, { ...wanted, idempotencyKey: crypto.randomUUID() });
  if (!held.ok) throw new Error(held.code);
  const { reference } = held.booking;
  const holders = [{ ticketTypeCode, name }];
  await startPayment({ manager: bookingManager, provider }, { reference, userId: id, holders });
  const [sessionId = ""] = provider.sessions.keys();
  const passDeadline = () =>
    db
      .update(bookings)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(bookings.reference, reference));
  return { provider, reference, sessionId, passDeadline, checkout: `/checkout/${reference}` };
}

test("both addresses lead to the booking once it is paid, and to the checkout while it is not", async () => {
  const { provider, sessionId, reference, checkout } = await beginToPay();
  expect(await open(checkout)).toBe(checkout);
  expect(await open(`${checkout}/paid`)).toBe(`${checkout}?payment=left`);
  provider.act(sessionId, "authorize");
  expect(await open(`${checkout}?payment=left`)).toBe(`/bookings/${reference}`);
  expect(await open(`${checkout}/paid`)).toBe(`/bookings/${reference}`);
  expect(await open(checkout)).toBe(`/bookings/${reference}`);
});

test("while a bank has not answered, both lead to the page that waits, also after the deadline", async () => {
  const { provider, sessionId, passDeadline, checkout, reference } = await beginToPay();
  provider.act(sessionId, "processing");
  expect(await open(`${checkout}/paid`)).toBe(`${checkout}/paid`);
  expect(await open(checkout)).toBe(`${checkout}/paid`);
  await passDeadline();
  expect(await open(checkout)).toBe(`${checkout}/paid`);
  provider.act(sessionId, "pay");
  expect(await open(checkout)).toBe(`/bookings/${reference}`);
});

test("after the deadline, the end of the attempt is waited for, and then the checkout has expired", async () => {
  const { provider, passDeadline, checkout } = await beginToPay();
  await passDeadline();
  provider.fault = () => "before";
  expect(await open(checkout)).toBe(`${checkout}/paid`);
  vi.mocked(paymentProvider).mockReturnValue(null);
  expect(await open(checkout)).toBe(`${checkout}/paid`);
  vi.mocked(paymentProvider).mockReturnValue(provider);
  provider.fault = () => undefined;
  expect(await open(checkout)).toBe(`${checkout}?payment=left`);
  expect(await open(checkout)).toBe(checkout);
});
