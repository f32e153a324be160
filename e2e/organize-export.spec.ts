import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import { expect, test } from "./fixtures/test";

const name = '=HYPERLINK("https://evil.example") محمد 🎉';

async function downloaded(page: Page, link: string) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  expect(await download.failure()).toBeNull();
  return { file: await download.path(), name: download.suggestedFilename() };
}

test("the insights of an event, all tables or one of them, as CSV and as a workbook", async ({
  page,
  attendee,
  appFixture,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id, ticketTypes: [{ name, price: 1250 }] });
  await appFixture.book(event, await appFixture.attendee(), 2);
  await page.goto(`/organize/events/${event.slug}/insights`);

  const all = await downloaded(page, "Download insights as Excel workbook");
  expect(all.name).toMatch(new RegExp(`^insights-${event.slug}-\\d{4}-\\d\\d-\\d\\d\\.xlsx$`));
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(all.file);
  expect(workbook.getWorksheet("By ticket type")?.getCell("A2").value).toBe(name);
  expect(workbook.getWorksheet("By ticket type")?.getCell("E2").value).toBe(25);
  expect(workbook.getWorksheet("Sales over time")?.getCell("C2").value).toBe(2);

  const types = page.getByRole("region", { name: "By ticket type" });
  await types.locator("summary").click();
  const one = await downloaded(page, "Download “By ticket type” as CSV file");
  const rows = parse(await readFile(one.file), { bom: true, columns: true });
  expect(rows).toEqual([{ "Ticket type": `'${name}`, Tickets: "2", Share: "100%", Quota: "", Revenue: "25.00 EUR" }]);
});

test("attendees with what the address narrows them to", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id });
  await appFixture.book(event, await appFixture.attendee({ name }), 2);
  await appFixture.book(event, await appFixture.attendee({ name: "Grace Hopper" }));
  const read = async (query: string): Promise<Record<string, string>[]> => {
    const response = await page.request.get(`/api/organize/events/${event.slug}/export/attendees?${query}`);
    expect(response.status()).toBe(200);
    return parse(await response.body(), { bom: true, columns: true });
  };
  expect((await read("format=csv")).map((row) => row.Name)).toEqual([`'${name}`, `'${name}`, "Grace Hopper"]);
  expect(await read("format=csv&q=grace")).toHaveLength(1);
});

test("people outside the team get nothing", async ({ page, attendee, appFixture, openBrowser }) => {
  const organizer = await appFixture.organizer(attendee, "door_staff");
  const event = await appFixture.event({ organizerId: organizer.id });
  const path = `/api/organize/events/${event.slug}/export/attendees`;
  expect((await page.request.get(path)).status()).toBe(403);
  expect((await page.request.get("/api/organize/insights/export")).status()).toBe(403);
  const stranger = await openBrowser(await appFixture.attendee());
  expect((await stranger.request.get(path)).status()).toBe(404);
  const nobody = await openBrowser();
  expect((await nobody.request.get(path, { maxRedirects: 0 })).headers().location).toMatch(/\/sign-in/);
});
