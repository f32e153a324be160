import { typeOnKeyboard } from "@/test/keyboards";
import { signIn } from "./fixtures/attendee";
import {
  expectCheckedIn,
  expectResult,
  openCheckIn,
  openCheckInPage,
  pressNext,
  qrText,
  resultRegion,
  sellTickets,
  typeCode,
} from "./fixtures/check-in";
import { launchWithCamera } from "./fixtures/fake-camera";
import { tabTo } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

test("without a camera: a scanner types, and each outcome has its message", async ({ page, attendee, appFixture }) => {
  const { event, path, first, second, reference } = await openCheckIn(appFixture, attendee);
  const other = await openCheckIn(appFixture, attendee, { organizerId: event.organizerId, name: "The other stage" });
  await openCheckInPage(page, path);
  await expectCheckedIn(page, 0, 3);

  await typeCode(page, await qrText(event, first));
  const green = await expectResult(page, "Let in");
  await expect(green).toContainText("Nilufer Aydin");
  await expect(green).toContainText("Type 1");
  await expect(page.getByRole("alert").filter({ hasText: "Let in. Nilufer Aydin. Type 1" })).toBeAttached();
  // The scanner is back automatically.
  await expect(green).toBeHidden();
  await expectCheckedIn(page, 1, 3);

  await typeCode(page, first.toLowerCase());
  await expect(await expectResult(page, "Already in")).toContainText(`by ${attendee.name}, Device`);
  await typeCode(page, other.first);
  await expect(await expectResult(page, "Not for this event")).toContainText("The other stage");
  await typeCode(page, "0000 0000 0000 0000");
  await expectResult(page, "Unknown ticket");
  await typeCode(page, "hello");
  await expectResult(page, "Not a ticket");
  await appFixture.cancel(reference, attendee, { isOrganizer: true });
  await typeCode(page, second);
  await expectResult(page, "No longer valid");
});

test("c22: scanners of every kind: another layout, Tab at the end, two codes in one go, and help where nothing fits", async ({
  page,
  attendee,
  appFixture,
}) => {
  const { event, path, codes } = await openCheckIn(appFixture, attendee, { seats: 5 });
  const signed = await Promise.all(codes.map((code) => qrText(event, code)));
  const [one = "", two = "", three = "", four = "", five = ""] = signed;
  await openCheckInPage(page, path);
  await typeCode(page, typeOnKeyboard("AZERTY", one));
  await expectResult(page, "Let in");
  await typeCode(page, typeOnKeyboard("QWERTZ", two));
  await expectResult(page, "Let in");
  await pressNext(page);
  await expectCheckedIn(page, 2, 5);

  const field = page.getByRole("textbox", { name: "Ticket code" });
  await field.focus();
  await page.keyboard.type(three);
  await page.keyboard.press("Tab");
  await expectResult(page, "Let in");
  await expect(field).toHaveValue("");
  await pressNext(page);
  await expectCheckedIn(page, 3, 5);

  await typeCode(page, `${four}${five}`);
  await expect(resultRegion(page, "Let in")).toHaveCount(2);
  await pressNext(page);
  await expectCheckedIn(page, 5, 5);

  await typeCode(page, typeOnKeyboard("AZERTY", "0000111122223333"));
  await expect(await expectResult(page, "Unknown ticket")).toContainText("another keyboard layout");
});

test("another day: a second, deliberate tap lets in", async ({ page, attendee, appFixture }) => {
  const day = 86_400_000;
  const { path, first } = await openCheckIn(appFixture, attendee, {
    startsAt: new Date(Date.now() + 30 * day),
    endsAt: new Date(Date.now() + 31 * day),
  });
  await openCheckInPage(page, path);
  await typeCode(page, first);
  await expectResult(page, "Not today");
  await page.getByRole("button", { name: "Let in anyway" }).click();
  await expectResult(page, "Let in");
});

test("undo, at once or from the recent scans, and the ticket is valid again", async ({
  page,
  attendee,
  appFixture,
}) => {
  const { path, first } = await openCheckIn(appFixture, attendee);
  await openCheckInPage(page, path);
  await typeCode(page, first);
  await expectResult(page, "Let in");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(resultRegion(page, "Let in")).toBeHidden();
  await expectCheckedIn(page, 0, 3);

  await typeCode(page, first);
  await expectResult(page, "Let in");
  await pressNext(page);
  await page.getByRole("button", { name: "Recent scans" }).click();
  await page.getByRole("button", { name: "Undo Nilufer Aydin" }).click();
  await expect(page.getByText("undone")).toHaveCount(2);
  await page.getByRole("button", { name: "Scan", exact: true }).click();
  await expectCheckedIn(page, 0, 3);
});

test("two doors: counts are one, and of two scans at once one lets in", async ({
  page,
  attendee,
  appFixture,
  openBrowser,
}) => {
  const { event, path, first, second } = await openCheckIn(appFixture, attendee);
  const colleague = await appFixture.attendee({ name: "Deniz Kaya" });
  await appFixture.joinTeam({ id: event.organizerId }, colleague, "door_staff");
  const doorB = await openBrowser(colleague);
  await openCheckInPage(page, path);
  await openCheckInPage(doorB, path);
  await doorB.getByRole("button", { name: "This device" }).click();
  await doorB.getByRole("textbox", { name: "Name" }).fill("Door B");
  await doorB.getByRole("button", { name: "Save" }).click();

  await typeCode(doorB, first);
  await expectResult(doorB, "Let in");
  await expectCheckedIn(page, 1, 3);
  await typeCode(page, first);
  await expect(await expectResult(page, "Already in")).toContainText("by Deniz Kaya, Door B");
  await pressNext(page);
  // The scanner is back automatically.
  await expect(resultRegion(doorB, "Let in")).toBeHidden();

  await Promise.all([typeCode(page, second), typeCode(doorB, second)]);
  const title = /^(Let in|Already in)$/;
  const titles = await Promise.all(
    [page, doorB].map((door) =>
      door.getByRole("region", { name: "Result" }).getByRole("heading", { name: title }).textContent(),
    ),
  );
  expect(titles.toSorted()).toEqual(["Already in", "Let in"]);
});

test("a person without their ticket is found by name and let in from the list", async ({
  page,
  attendee,
  appFixture,
}) => {
  const { event, path } = await openCheckIn(appFixture, attendee, { seats: 1 });
  await sellTickets(appFixture, event, 1, "Jürgen Núñez");
  await openCheckInPage(page, path);
  await page.getByRole("button", { name: "List" }).click();
  await page.getByRole("searchbox", { name: "Find by name" }).fill("nunez jur");
  await expect(page.getByRole("listitem").filter({ hasText: "Nilufer" })).toBeHidden();
  await page.getByRole("button", { name: "Let in Jürgen Núñez" }).click();
  await expect(await expectResult(page, "Let in")).toContainText("Jürgen Núñez");
  await pressNext(page);
  await expect(page.getByText(`by ${attendee.name}`)).toBeVisible();
});

test("with the keyboard alone", async ({ page, attendee, appFixture }) => {
  const { path, first } = await openCheckIn(appFixture, attendee);
  await openCheckInPage(page, path);
  await page.keyboard.press("Escape");
  await tabTo(page.getByRole("textbox", { name: "Ticket code" }));
  await page.keyboard.type(first);
  await page.keyboard.press("Enter");
  await expectResult(page, "Let in");
  await tabTo(page.getByRole("button", { name: "Undo", exact: true }));
  await page.keyboard.press("Enter");
  await expectCheckedIn(page, 0, 3);
  await tabTo(page.getByRole("textbox", { name: "Ticket code" }));
  await page.keyboard.type(first);
  await page.keyboard.press("Enter");
  await expectResult(page, "Let in");
  // Enter on its own goes on to the next.
  await page.keyboard.press("Enter");
  await expect(resultRegion(page, "Let in")).toBeHidden();
  await expectCheckedIn(page, 1, 3);
});

test.describe("without a network", () => {
  // What the browser says of requests that go nowhere.
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket/] });

  test("tickets are checked on the device, also after a reload, and come in once when it is back", async ({
    page,
    context,
    attendee,
    appFixture,
  }) => {
    const { event, path, first, second, third } = await openCheckIn(appFixture, attendee);
    const elsewhere = await openCheckIn(appFixture, attendee);
    await openCheckInPage(page, path);
    await context.setOffline(true);
    const late = await sellTickets(appFixture, event, 1, "Late Larsson");

    await typeCode(page, await qrText(event, first));
    await expect(await expectResult(page, "Let in")).toContainText("Nilufer Aydin");
    await expect(page.getByText("Offline, 1 scan waiting")).toBeVisible();
    await typeCode(page, second);
    await expectResult(page, "Let in");

    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Check-in" })).toBeVisible();
    await expect(page.getByText("Offline, 2 scans waiting")).toBeVisible();
    await typeCode(page, second);
    await expectResult(page, "Already in");
    await typeCode(page, await qrText(event, late.first));
    await expectResult(page, "Provisional entry");
    await typeCode(page, await qrText(elsewhere.event, elsewhere.first));
    await expectResult(page, "Not for this event");
    await typeCode(page, await qrText(event, third));
    await expectResult(page, "Let in");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(page.getByText("Offline, 5 scans waiting")).toBeVisible();

    await context.setOffline(false);
    await expect(page.getByText(/Offline|Sending/)).toBeHidden({ timeout: 30_000 });
    await expectCheckedIn(page, 3, 4);
    expect(await appFixture.scansOf(event)).toEqual(["admitted", "admitted", "admitted", "admitted", "undone"]);
  });

  test("c25: the whole team sees who was let in twice, and who came in with a ticket that was given back", async ({
    page,
    context,
    attendee,
    appFixture,
    openBrowser,
  }) => {
    const { event, path, first } = await openCheckIn(appFixture, attendee, { seats: 1 });
    const given = await sellTickets(appFixture, event, 1, "Quitter Quist");
    const colleague = await appFixture.attendee({ name: "Deniz Kaya" });
    await appFixture.joinTeam({ id: event.organizerId }, colleague, "door_staff");
    const doorB = await openBrowser(colleague);
    await openCheckInPage(doorB, path);
    await openCheckInPage(page, path);

    await context.setOffline(true);
    await typeCode(page, first);
    await expectResult(page, "Let in");
    await typeCode(page, given.first);
    await expectResult(page, "Let in");
    await typeCode(doorB, first);
    await expectResult(doorB, "Let in");
    await appFixture.cancel(given.reference, given.holder);

    await context.setOffline(false);
    const twice = new RegExp(
      `at \\d\\d:\\d\\d by ${attendee.name}, Device.*, and at \\d\\d:\\d\\d by Deniz Kaya, Device`,
    );
    for (const door of [page, doorB]) {
      await door.getByRole("button", { name: "2 scans need review" }).click({ timeout: 40_000 });
      const toReview = door.getByRole("list", { name: "To review" }).getByRole("listitem");
      await expect(toReview.filter({ hasText: "Let in twice" })).toContainText(twice);
      await expect(toReview.filter({ hasText: "Let in with a cancelled ticket" })).toContainText("Quitter Quist");
    }
    const owner = await appFixture.attendee({ name: "Olu Owner" });
    await appFixture.joinTeam({ id: event.organizerId }, owner, "owner");
    const testBookings = await openBrowser(owner);
    await testBookings.goto(`/organize/events/${event.slug}`);
    const onOverview = testBookings.getByRole("list", { name: "Check-ins to review" }).getByRole("listitem");
    await expect(onOverview).toHaveCount(2);
    await onOverview.filter({ hasText: "Let in twice" }).getByRole("button").click();
    await expect(onOverview).toHaveCount(1);
    await onOverview.getByRole("link", { name: "Quitter Quist" }).click();
    await expect(testBookings.getByText("was let in by an offline device with a cancelled ticket")).toBeVisible();

    // A conflict that a member has reviewed is gone for the whole team.
    const left = page.getByRole("list", { name: "To review" }).getByRole("listitem");
    await expect(left).toHaveCount(1, { timeout: 40_000 });
    await left.getByRole("button", { name: "Done" }).click();
    await expect(left).toHaveCount(0);
  });

  test("signing out leaves no list behind, and what waits is sent when the same person is back", async ({
    page,
    context,
    attendee,
    appFixture,
  }) => {
    const { event, path, first } = await openCheckIn(appFixture, attendee);
    await openCheckInPage(page, path);
    const left = () =>
      page.evaluate(async () => ({
        lists: (await indexedDB.databases()).filter(({ name }) => name === "quorix-door-lists").length,
        pages: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
    expect(await left()).toEqual({ lists: 1, pages: 1, workers: 1 });
    await context.setOffline(true);
    await typeCode(page, first);
    await expectResult(page, "Let in");
    await page.goto("about:blank");
    await context.setOffline(false);

    await page.goto("/");
    // The page that is left may be gone before any of it is wiped: here it always is.
    await page.evaluate(() => {
      IDBFactory.prototype.deleteDatabase = () => indexedDB.open("another");
      CacheStorage.prototype.keys = () => new Promise(() => {});
      ServiceWorkerContainer.prototype.getRegistrations = () => new Promise(() => {});
    });
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
    await expect.poll(left).toEqual({ lists: 0, pages: 0, workers: 0 });
    expect(await appFixture.scansOf(event)).toEqual([]);

    await signIn(context, attendee);
    await openCheckInPage(page, path);
    await expectCheckedIn(page, 1, 3);
    expect(await appFixture.scansOf(event)).toEqual(["admitted"]);
  });
});

test.describe("with a full disk", () => {
  test.use({ expectedErrors: [/The disk is full/] });

  test("a scan that cannot be kept does not stop the next ones", async ({ page, attendee, appFixture }) => {
    const { event, path, first, second } = await openCheckIn(appFixture, attendee);
    await openCheckInPage(page, path);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new Error("The disk is full");
      };
    });
    await typeCode(page, first);
    await expectResult(page, "Let in");
    await expect(resultRegion(page, "Let in")).toBeHidden();
    await typeCode(page, second);
    await expectResult(page, "Let in");
    expect(await appFixture.scansOf(event)).toEqual(["admitted", "admitted"]);
  });
});

test("a camera that sees a ticket reads it, with nothing fetched from elsewhere", async ({
  attendee,
  appFixture,
  baseURL,
}) => {
  const { event, path, first } = await openCheckIn(appFixture, attendee);
  const { context, close } = await launchWithCamera([await qrText(event, first)], baseURL);
  try {
    await signIn(context, attendee);
    const page = await context.newPage();
    const ours = new URL(baseURL ?? "").origin;
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== ours) elsewhere.push(request.url());
    });
    await page.goto(path);
    await page.getByRole("button", { name: "Start camera" }).click();
    // The reader is fetched now, and not before.
    await expect(resultRegion(page, "Let in")).toBeVisible({ timeout: 30_000 });
    await expect(resultRegion(page, "Let in")).toContainText("Nilufer Aydin");
    // Held on in front of the camera, it is not another scan.
    await expect(resultRegion(page, "Let in")).toBeHidden();
    await expect.poll(() => appFixture.scansOf(event)).toEqual(["admitted"]);
    await page.getByRole("button", { name: "Turn off camera" }).click();
    await expect(page.getByRole("button", { name: "Start camera" })).toBeVisible();
    expect(elsewhere).toEqual([]);
  } finally {
    await close();
  }
});

test("two tickets before one camera are both let in, and both are seen to be", async ({
  attendee,
  appFixture,
  baseURL,
}) => {
  const { event, path, first, second } = await openCheckIn(appFixture, attendee);
  const texts = await Promise.all([first, second].map((code) => qrText(event, code)));
  const { context, close } = await launchWithCamera(texts, baseURL);
  try {
    await signIn(context, attendee);
    const page = await context.newPage();
    await page.goto(path);
    await page.getByRole("button", { name: "Start camera" }).click();
    await expect(resultRegion(page, "Let in")).toHaveCount(2, { timeout: 30_000 });
    await expectCheckedIn(page, 2, 3);
    await expect(resultRegion(page, "Let in")).toHaveCount(0);
    await expect.poll(() => appFixture.scansOf(event)).toEqual(["admitted", "admitted"]);
  } finally {
    await close();
  }
});
