import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { upload } from "./fixtures/scenes/import";
import { shownDate } from "./fixtures/shown-date";
import { tabTo } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

const csv = [
  "Title;When;Town;Seats",
  "Jazz on the roof;2027-04-03 20:00;Lisboa;80",
  "Late show;never;Porto;50",
  "Open day;2027-05-01;Porto;",
  "Jazz on the roof;2027-04-03 20:00;Lisboa;80",
].join("\r\n");

/** A wall-clock time as the page shows it. */
const shown = (start: string, end?: string) =>
  shownDate(new Date(`${start}Z`), "UTC", "short", end ? new Date(`${end}Z`) : undefined);
const preview = (page: Page) => page.getByRole("region", { name: "Preview" });
const cell = (page: Page, label: string) => page.getByLabel(label, { exact: true });

test("a file becomes drafts after its columns are set and its problems are seen; again it changes nothing", async ({
  page,
  attendee,
  appFixture,
}) => {
  await appFixture.organizer(attendee, "manager");
  await page.goto("/organize");
  await page.getByRole("link", { name: "Import" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import events" })).toBeVisible();
  await upload(page, csv.replace("Title;", "Happening;"));

  // "Happening" says nothing to the import: every row is refused until a column is chosen.
  await expect(preview(page).getByText("None of 4 rows will become a draft.")).toBeVisible();
  await expect(page.getByText("Choose a column. Every event needs this.")).toBeVisible();
  await cell(page, "Name").selectOption("Happening");
  await expect(preview(page).getByText("2 of 4 rows will become drafts.")).toBeVisible();
  await expect(preview(page).getByText("1 row can’t be imported.")).toBeVisible();
  await expect(preview(page).getByText("This isn’t a date. Write it as 2026-12-01")).toBeVisible();
  await expect(preview(page).getByRole("listitem").filter({ hasText: "never" })).toContainText("Row 3");

  // What the file does not say.
  await cell(page, "Default start time (all-day)").fill("21:15");
  await expect(preview(page).getByText(shown("2027-05-01T21:15"))).toBeVisible();

  await page.getByRole("button", { name: "Import 2 drafts" }).click();
  await expect(page.getByRole("heading", { name: "2 drafts are ready" })).toBeFocused();
  await expect(page.getByText("1 row is in the file twice.")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download list" }).click();
  const list = await readFile(await (await downloading).path(), "utf8");
  expect(list).toContain('"3","Not imported","When","never","This isn’t a date."');

  // The columns are remembered, and the same file changes nothing.
  await page.getByRole("button", { name: "Import another file" }).click();
  await upload(page, csv.replace("Title;", "Happening;"));
  await expect(cell(page, "Name")).toHaveValue("0");
  await expect(preview(page).getByText("2 rows were imported before and won’t change.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled();

  await page.goto("/organize?show=drafts");
  await expect(page.getByRole("link", { name: "Jazz on the roof" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open day" })).toBeVisible();
});

test("an imported draft opens in the editor with what the file said", async ({ page, attendee, appFixture }) => {
  await appFixture.organizer(attendee);
  await page.goto("/organize/import");
  await upload(page, csv);
  await page.getByRole("button", { name: "Import 2 drafts" }).click();
  await page.getByRole("link", { name: /Jazz on the roof/ }).click();
  await expect(page).toHaveURL(/\/organize\/events\/jazz-on-the-roof[^/]*\/edit$/);
  await expect(page.getByLabel("Name", { exact: true }).first()).toHaveValue("Jazz on the roof");
  await expect(page.getByLabel("City", { exact: true })).toHaveValue("Lisboa");
});

test("dates that can be read in two ways are asked about before anything is imported", async ({
  page,
  attendee,
  appFixture,
}) => {
  await appFixture.organizer(attendee);
  await page.goto("/organize/import");
  await upload(page, "name,start\nOne,03/04/2027\nTwo,2027-01-01\n");
  await expect(page.getByRole("button", { name: "Import 1 draft" })).toBeDisabled();
  await page.getByRole("radio", { name: "Month first: 4 March" }).check();
  await expect(preview(page).getByText(shown("2027-03-04T09:00"))).toBeVisible();
  await page.getByRole("radio", { name: "Day first: 3 April" }).check();
  await expect(preview(page).getByText(shown("2027-04-03T09:00"))).toBeVisible();
  await page.getByRole("button", { name: "Import 2 drafts" }).click();
  await expect(page.getByRole("heading", { name: "2 drafts are ready" })).toBeVisible();
});

test("a calendar's series become a draft for each date, once its odd zone is known", async ({
  page,
  attendee,
  appFixture,
}) => {
  await appFixture.organizer(attendee);
  await page.goto("/organize/import");
  const event = "UID:1\r\nSUMMARY:Rehearsal\r\nDTSTART;TZID=At home:20270104T193000\r\nRRULE:FREQ=WEEKLY;COUNT=3";
  await upload(page, `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`, "home.ics");
  await expect(page.getByText("This isn’t a known time zone.")).toBeVisible();
  await page.getByLabel("At home in 1 event").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Import 3 drafts" }).click();
  await expect(page.getByRole("link", { name: /Rehearsal/ })).toHaveCount(3);
});

test("with the keyboard alone, from pasting to the drafts", async ({ page, attendee, appFixture }) => {
  await appFixture.organizer(attendee);
  await page.goto("/organize/import");
  await tabTo(page.getByText("Paste text instead"));
  await page.keyboard.press("Enter");
  await tabTo(page.getByLabel("Table rows or calendar text"));
  await page.keyboard.insertText("name,start\nOne,2027-01-01\n");
  await tabTo(page.getByRole("button", { name: "Read text" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Map columns" })).toBeFocused();
  const confirm = page.getByRole("button", { name: "Import 1 draft" });
  await tabTo(confirm);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "1 draft is ready" })).toBeFocused();
  await tabTo(page.getByRole("link", { name: /One/ }));
});

test("a file imported again offers what it changed, and asks about what may be here already", async ({
  page,
  attendee,
  appFixture,
}) => {
  await appFixture.organizer(attendee);
  const table = (...rows: string[]) => `Name;Start;Venue;City\n${rows.join("\n")}\n`;
  await page.goto("/organize/import");
  await upload(
    page,
    table(
      "Jazz;2027-03-02 20:00;Club;Berlin",
      "Play;2027-03-05 15:00;Stage;Berlin",
      "Play;2027-03-05 20:00;Stage;Berlin",
    ),
  );
  await page.getByRole("button", { name: "Import 3 drafts" }).click();
  await page.getByRole("button", { name: "Import another file" }).click();

  await upload(
    page,
    table(
      "Jazz;2027-03-02 20:30;Club;Berlin",
      "Play;2027-03-05 16:00;Stage;Berlin",
      "Play;2027-03-05 20:00;Stage;Berlin",
    ),
  );
  const changed = page.getByRole("region", { name: "Changed in the file" });
  await expect(changed.getByRole("listitem")).toHaveCount(2);
  await expect(changed.getByRole("listitem").filter({ hasText: "Jazz" })).toContainText("20:00 → , now 20:30");
  // One is left as it is, with the keyboard.
  await changed.getByLabel("Update this draft: Jazz").focus();
  await tabTo(changed.getByLabel("Update this draft: Play"));
  await page.keyboard.press("Space");
  const update = page.getByRole("button", { name: "Update 1 event" });
  await expect(update).toBeEnabled();
  await update.click();
  await expect(page.getByRole("heading", { name: "1 event is updated" })).toBeFocused();
  await page.getByRole("button", { name: "Import another file" }).click();

  await upload(
    page,
    table(
      "Jazz;2027-03-02 20:30;Club;Berlin",
      "Play;2027-03-05 17:00;Stage;Berlin",
      "Play;2027-03-05 21:00;Stage;Berlin",
    ),
  );
  const asked = page.getByRole("region", { name: "Possible duplicates" });
  await expect(asked.getByRole("listitem")).toHaveCount(2);
  await asked.getByLabel("For all of them").selectOption("They’re new drafts");
  await page.getByRole("button", { name: "Import 2 drafts" }).click();
  await expect(page.getByRole("heading", { name: "2 drafts are ready" })).toBeVisible();
});

test.describe(() => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test("a lost connection keeps the file and what was set", async ({ page, attendee, appFixture }) => {
    await appFixture.organizer(attendee);
    await page.goto("/organize/import");
    await upload(page, csv);
    await expect(page.getByRole("button", { name: "Import 2 drafts" })).toBeEnabled();
    await page.route("**/api/organize/import", (route) => route.abort());
    await page.getByRole("button", { name: "Import 2 drafts" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "We couldn’t reach Quorix" })).toBeVisible();
    await page.unroute("**/api/organize/import");
    await page.getByRole("button", { name: "Import 2 drafts" }).click();
    await expect(page.getByRole("heading", { name: "2 drafts are ready" })).toBeVisible();
  });
});

test("door staff have no import", async ({ page, attendee, appFixture }) => {
  await appFixture.organizer(attendee, "door_staff");
  await page.goto("/organize/import");
  await expect(page).toHaveURL(/\/organize\?denied=events\.edit$/);
  await expect(page.getByRole("link", { name: "Import" })).toHaveCount(0);
});

test("what a file leaves open is asked once for each kind, and answered before it is imported", async ({
  page,
  attendee,
  appFixture,
}) => {
  await appFixture.organizer(attendee);
  await page.goto("/organize/import");
  const file = Buffer.from(
    "Name;Start;End;Zone;City;Country;Price\nM\xfcnchner Nacht;2027-07-03 22:00;02:00;CEST;;;12 \x80\nJazz;2027-07-05 20:00;23:00;;Boston;USA;$12\nSommerfest;2027-07-06 18:00;22:00;CEST;;;kr 1.250\n",
    "latin1",
  );
  await upload(page, file);
  await expect(page.getByRole("heading", { name: "Questions" })).toBeFocused();
  await page.getByLabel("CEST in 2 rows").selectOption("Europe/Berlin");
  const row = (name: string) => preview(page).getByRole("listitem").filter({ hasText: name });
  await expect(row("Münchner Nacht")).toContainText(shown("2027-07-03T22:00", "2027-07-04T02:00"));
  await expect(row("Münchner Nacht").first()).toContainText("€12");
  await expect(row("Jazz")).toContainText("America/New York");
  await expect(row("Jazz")).toContainText("$12");

  const confirm = page.getByRole("button", { name: "Import 3 drafts" });
  await expect(confirm).toBeDisabled();
  await expect(page.getByRole("radio", { name: /Münchner Nacht.*Western European/ })).toBeChecked();
  await page.getByRole("button", { name: "The selected one is right" }).click();
  await page.getByLabel("kr in 1 row").selectOption("NOK");
  await page.getByRole("radio", { name: "Thousands separator: 1,250" }).check();
  await expect(row("Sommerfest").first()).toContainText("NOK 1,250");
  await expect(page.getByLabel("CEST in 2 rows")).toHaveValue("Europe/Berlin");
  await confirm.click();
  await expect(page.getByRole("heading", { name: "3 drafts are ready" })).toBeVisible();
});
