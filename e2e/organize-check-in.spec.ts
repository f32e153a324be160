import { typedOn } from "@/test/keyboards";
import { signIn } from "./fixtures/attendee";
import { expectIn, expectResult, next, openDoor, qrText, result, sell, standAt, type } from "./fixtures/door";
import { browserLookingAt } from "./fixtures/fake-camera";
import { tabTo } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

test("without a camera: a scanner types, and each outcome is said in words", async ({ page, attendee, boxOffice }) => {
  const { event, path, first, second, reference } = await openDoor(boxOffice, attendee);
  const other = await openDoor(boxOffice, attendee, { organizerId: event.organizerId, name: "The other stage" });
  await standAt(page, path);
  await expectIn(page, 0, 3);

  await type(page, await qrText(event, first));
  const green = await expectResult(page, "Let in");
  await expect(green).toContainText("Nilufer Aydin");
  await expect(green).toContainText("Type 1");
  await expect(page.getByRole("alert").filter({ hasText: "Let in. Nilufer Aydin. Type 1" })).toBeAttached();
  // By itself it is back at the scanner.
  await expect(green).toBeHidden();
  await expectIn(page, 1, 3);

  await type(page, first.toLowerCase());
  await expect(await expectResult(page, "Already in")).toContainText(`by ${attendee.name}, Device`);
  await type(page, other.first);
  await expect(await expectResult(page, "Not for this event")).toContainText("The other stage");
  await type(page, "0000 0000 0000 0000");
  await expectResult(page, "Unknown ticket");
  await type(page, "hello");
  await expectResult(page, "Not a ticket");
  await boxOffice.cancel(reference, attendee, { isOrganizer: true });
  await type(page, second);
  await expectResult(page, "No longer valid");
});

test("c22: scanners of every kind: another layout, Tab at the end, two codes in one go, and help where nothing fits", async ({
  page,
  attendee,
  boxOffice,
}) => {
  const { event, path, codes } = await openDoor(boxOffice, attendee, { seats: 5 });
  const signed = await Promise.all(codes.map((code) => qrText(event, code)));
  const [one = "", two = "", three = "", four = "", five = ""] = signed;
  await standAt(page, path);
  await type(page, typedOn("AZERTY", one));
  await expectResult(page, "Let in");
  await type(page, typedOn("QWERTZ", two));
  await expectResult(page, "Let in");
  await next(page);
  await expectIn(page, 2, 5);

  const field = page.getByRole("textbox", { name: "Ticket code" });
  await field.focus();
  await page.keyboard.type(three);
  await page.keyboard.press("Tab");
  await expectResult(page, "Let in");
  await expect(field).toHaveValue("");
  await next(page);
  await expectIn(page, 3, 5);

  await type(page, `${four}${five}`);
  await expect(result(page, "Let in")).toHaveCount(2);
  await next(page);
  await expectIn(page, 5, 5);

  await type(page, typedOn("AZERTY", "0000111122223333"));
  await expect(await expectResult(page, "Unknown ticket")).toContainText("another keyboard layout");
});

test("another day: a second, deliberate tap lets in", async ({ page, attendee, boxOffice }) => {
  const day = 86_400_000;
  const { path, first } = await openDoor(boxOffice, attendee, {
    startsAt: new Date(Date.now() + 30 * day),
    endsAt: new Date(Date.now() + 31 * day),
  });
  await standAt(page, path);
  await type(page, first);
  await expectResult(page, "Not today");
  await page.getByRole("button", { name: "Let in anyway" }).click();
  await expectResult(page, "Let in");
});

test("undo, at once or from the last scans, and the ticket is good again", async ({ page, attendee, boxOffice }) => {
  const { path, first } = await openDoor(boxOffice, attendee);
  await standAt(page, path);
  await type(page, first);
  await expectResult(page, "Let in");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(result(page, "Let in")).toBeHidden();
  await expectIn(page, 0, 3);

  await type(page, first);
  await expectResult(page, "Let in");
  await next(page);
  await page.getByRole("button", { name: "Last scans" }).click();
  await page.getByRole("button", { name: "Undo Nilufer Aydin" }).click();
  await expect(page.getByText("undone")).toHaveCount(2);
  await page.getByRole("button", { name: "Scan", exact: true }).click();
  await expectIn(page, 0, 3);
});

test("two doors: counts are one, and of two scans at once one lets in", async ({
  page,
  attendee,
  boxOffice,
  openBrowser,
}) => {
  const { event, path, first, second } = await openDoor(boxOffice, attendee);
  const colleague = await boxOffice.attendee({ name: "Deniz Kaya" });
  await boxOffice.joinTeam({ id: event.organizerId }, colleague, "door_staff");
  const doorB = await openBrowser(colleague);
  await standAt(page, path);
  await standAt(doorB, path);
  await doorB.getByRole("button", { name: "This device" }).click();
  await doorB.getByRole("textbox", { name: "Name" }).fill("Door B");
  await doorB.getByRole("button", { name: "Save" }).click();

  await type(doorB, first);
  await expectResult(doorB, "Let in");
  await expectIn(page, 1, 3);
  await type(page, first);
  await expect(await expectResult(page, "Already in")).toContainText("by Deniz Kaya, Door B");
  await next(page);
  // By itself it is back at the scanner, and may be by now.
  await expect(result(doorB, "Let in")).toBeHidden();

  await Promise.all([type(page, second), type(doorB, second)]);
  const title = /^(Let in|Already in)$/;
  const titles = await Promise.all(
    [page, doorB].map((door) =>
      door.getByRole("region", { name: "Result" }).getByRole("heading", { name: title }).textContent(),
    ),
  );
  expect(titles.toSorted()).toEqual(["Already in", "Let in"]);
});

test("somebody without a ticket at hand is found by name and let in from the list", async ({
  page,
  attendee,
  boxOffice,
}) => {
  const { event, path } = await openDoor(boxOffice, attendee, { seats: 1 });
  await sell(boxOffice, event, 1, "Jürgen Núñez");
  await standAt(page, path);
  await page.getByRole("button", { name: "List" }).click();
  await page.getByRole("searchbox", { name: "Find by name" }).fill("nunez jur");
  await expect(page.getByRole("listitem").filter({ hasText: "Nilufer" })).toBeHidden();
  await page.getByRole("button", { name: "Let in Jürgen Núñez" }).click();
  await expect(await expectResult(page, "Let in")).toContainText("Jürgen Núñez");
  await next(page);
  await expect(page.getByText(`by ${attendee.name}`)).toBeVisible();
});

test("with the keyboard alone", async ({ page, attendee, boxOffice }) => {
  const { path, first } = await openDoor(boxOffice, attendee);
  await standAt(page, path);
  await page.keyboard.press("Escape");
  await tabTo(page.getByRole("textbox", { name: "Ticket code" }));
  await page.keyboard.type(first);
  await page.keyboard.press("Enter");
  await expectResult(page, "Let in");
  await tabTo(page.getByRole("button", { name: "Undo", exact: true }));
  await page.keyboard.press("Enter");
  await expectIn(page, 0, 3);
  await tabTo(page.getByRole("textbox", { name: "Ticket code" }));
  await page.keyboard.type(first);
  await page.keyboard.press("Enter");
  await expectResult(page, "Let in");
  // Enter on its own goes on to the next.
  await page.keyboard.press("Enter");
  await expect(result(page, "Let in")).toBeHidden();
  await expectIn(page, 1, 3);
});

test.describe("without a network", () => {
  // What the browser says of requests that go nowhere.
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket/] });

  test("tickets are checked on the device, also after a reload, and come in once when it is back", async ({
    page,
    context,
    attendee,
    boxOffice,
  }) => {
    const { event, path, first, second, third } = await openDoor(boxOffice, attendee);
    const elsewhere = await openDoor(boxOffice, attendee);
    await standAt(page, path);
    await context.setOffline(true);
    const late = await sell(boxOffice, event, 1, "Late Larsson");

    await type(page, await qrText(event, first));
    await expect(await expectResult(page, "Let in")).toContainText("Nilufer Aydin");
    await expect(page.getByText("Offline, 1 scan waiting")).toBeVisible();
    await type(page, second);
    await expectResult(page, "Let in");

    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Check-in" })).toBeVisible();
    await expect(page.getByText("Offline, 2 scans waiting")).toBeVisible();
    await type(page, second);
    await expectResult(page, "Already in");
    await type(page, await qrText(event, late.first));
    await expectResult(page, "Let in for now");
    await type(page, await qrText(elsewhere.event, elsewhere.first));
    await expectResult(page, "Not for this event");
    await type(page, await qrText(event, third));
    await expectResult(page, "Let in");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(page.getByText("Offline, 5 scans waiting")).toBeVisible();

    await context.setOffline(false);
    await expect(page.getByText(/Offline|Sending/)).toBeHidden({ timeout: 30_000 });
    await expectIn(page, 3, 4);
    expect(await boxOffice.scansOf(event)).toEqual(["admitted", "admitted", "admitted", "admitted", "undone"]);
  });

  test("c25: the whole team sees who was let in twice, and who came in with a ticket that was given back", async ({
    page,
    context,
    attendee,
    boxOffice,
    openBrowser,
  }) => {
    const { event, path, first } = await openDoor(boxOffice, attendee, { seats: 1 });
    const given = await sell(boxOffice, event, 1, "Quitter Quist");
    const colleague = await boxOffice.attendee({ name: "Deniz Kaya" });
    await boxOffice.joinTeam({ id: event.organizerId }, colleague, "door_staff");
    const doorB = await openBrowser(colleague);
    await standAt(doorB, path);
    await standAt(page, path);

    await context.setOffline(true);
    await type(page, first);
    await expectResult(page, "Let in");
    await type(page, given.first);
    await expectResult(page, "Let in");
    await type(doorB, first);
    await expectResult(doorB, "Let in");
    await boxOffice.cancel(given.reference, given.holder);

    await context.setOffline(false);
    const twice = new RegExp(
      `at \\d\\d:\\d\\d by ${attendee.name}, Device.*, and at \\d\\d:\\d\\d by Deniz Kaya, Device`,
    );
    for (const door of [page, doorB]) {
      await door.getByRole("button", { name: "2 scans need a look" }).click({ timeout: 40_000 });
      const toLookAt = door.getByRole("list", { name: "To look at" }).getByRole("listitem");
      await expect(toLookAt.filter({ hasText: "Let in twice" })).toContainText(twice);
      await expect(toLookAt.filter({ hasText: "Let in with a cancelled ticket" })).toContainText("Quitter Quist");
    }
    const owner = await boxOffice.attendee({ name: "Olu Owner" });
    await boxOffice.joinTeam({ id: event.organizerId }, owner, "owner");
    const office = await openBrowser(owner);
    await office.goto(`/organize/events/${event.slug}`);
    const onOverview = office.getByRole("list", { name: "Check-ins to look at" }).getByRole("listitem");
    await expect(onOverview).toHaveCount(2);
    await onOverview.filter({ hasText: "Let in twice" }).getByRole("button").click();
    await expect(onOverview).toHaveCount(1);
    await onOverview.getByRole("link", { name: "Quitter Quist" }).click();
    await expect(office.getByText("was let in by an offline door with a cancelled ticket")).toBeVisible();

    // What one of the team has looked at is gone for everybody.
    const left = page.getByRole("list", { name: "To look at" }).getByRole("listitem");
    await expect(left).toHaveCount(1, { timeout: 40_000 });
    await left.getByRole("button", { name: "Done" }).click();
    await expect(left).toHaveCount(0);
  });

  test("signing out leaves no list behind, and what waits is sent when the same person is back", async ({
    page,
    context,
    attendee,
    boxOffice,
  }) => {
    const { event, path, first } = await openDoor(boxOffice, attendee);
    await standAt(page, path);
    const left = () =>
      page.evaluate(async () => ({
        lists: (await indexedDB.databases()).filter(({ name }) => name === "quorix-door-lists").length,
        pages: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
    expect(await left()).toEqual({ lists: 1, pages: 1, workers: 1 });
    await context.setOffline(true);
    await type(page, first);
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
    expect(await boxOffice.scansOf(event)).toEqual([]);

    await signIn(context, attendee);
    await standAt(page, path);
    await expectIn(page, 1, 3);
    expect(await boxOffice.scansOf(event)).toEqual(["admitted"]);
  });
});

test.describe("with a full disk", () => {
  test.use({ expectedErrors: [/The disk is full/] });

  test("a scan that cannot be kept does not stop the next ones", async ({ page, attendee, boxOffice }) => {
    const { event, path, first, second } = await openDoor(boxOffice, attendee);
    await standAt(page, path);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new Error("The disk is full");
      };
    });
    await type(page, first);
    await expectResult(page, "Let in");
    await expect(result(page, "Let in")).toBeHidden();
    await type(page, second);
    await expectResult(page, "Let in");
    expect(await boxOffice.scansOf(event)).toEqual(["admitted", "admitted"]);
  });
});

test("a camera that sees a ticket reads it, with nothing fetched from elsewhere", async ({
  attendee,
  boxOffice,
  baseURL,
}) => {
  const { event, path, first } = await openDoor(boxOffice, attendee);
  const { context, close } = await browserLookingAt([await qrText(event, first)], baseURL);
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
    await expect(result(page, "Let in")).toBeVisible({ timeout: 30_000 });
    await expect(result(page, "Let in")).toContainText("Nilufer Aydin");
    // Held on in front of the camera, it is not another scan.
    await expect(result(page, "Let in")).toBeHidden();
    await expect.poll(() => boxOffice.scansOf(event)).toEqual(["admitted"]);
    await page.getByRole("button", { name: "Turn the camera off" }).click();
    await expect(page.getByRole("button", { name: "Start camera" })).toBeVisible();
    expect(elsewhere).toEqual([]);
  } finally {
    await close();
  }
});

test("two tickets before one camera are both let in, and both are seen to be", async ({
  attendee,
  boxOffice,
  baseURL,
}) => {
  const { event, path, first, second } = await openDoor(boxOffice, attendee);
  const texts = await Promise.all([first, second].map((code) => qrText(event, code)));
  const { context, close } = await browserLookingAt(texts, baseURL);
  try {
    await signIn(context, attendee);
    const page = await context.newPage();
    await page.goto(path);
    await page.getByRole("button", { name: "Start camera" }).click();
    await expect(result(page, "Let in")).toHaveCount(2, { timeout: 30_000 });
    await expectIn(page, 2, 3);
    await expect(result(page, "Let in")).toHaveCount(0);
    await expect.poll(() => boxOffice.scansOf(event)).toEqual(["admitted", "admitted"]);
  } finally {
    await close();
  }
});
