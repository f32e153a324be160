import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { linkTo } from "./fixtures/inbox";
import { openDashboard } from "./fixtures/open-dashboard";
import { expect, test } from "./fixtures/test";

const newAddress = () => `${crypto.randomUUID().slice(0, 12)}@quorix.test`;

// Every visitor has an address of their own, as the limits on signing up count by address.
test.beforeEach(async ({ context }) => {
  const part = () => Math.floor(Math.random() * 254) + 1;
  await context.setExtraHTTPHeaders({ "x-forwarded-for": `10.${part()}.${part()}.${part()}` });
});

async function inviteByEmail(page: Page, email: string, role: string) {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("radio", { name: role }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText(`An invitation is on its way to ${email}.`)).toBeVisible();
}

const inTeam = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

test("starting as an organizer leads to a team of one, and the public page is there at once", async ({
  page,
  attendee,
}) => {
  await openDashboard(page, "/organize");
  await page.getByRole("button", { name: "Start organizing" }).click();
  await expect(page.getByText("Enter a name of two characters or more.")).toBeVisible();
  const name = `Société des Lanternes ${attendee.id}`;
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Website").fill("lanternes.example");
  await page.getByRole("button", { name: "Start organizing" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Team" })).toBeVisible();
  await expect(page.getByText("You’re all set")).toBeVisible();
  await expect(inTeam(page, attendee.email).getByText("Owner", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Edit public page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Public page" })).toBeVisible();
  // The page before is kept, hidden, with a field of the same name.
  const website = page.getByLabel("Website").filter({ visible: true });
  const city = page.getByLabel("City").filter({ visible: true });
  await expect(website).toHaveValue("https://lanternes.example/");
  await website.fill("nowhere");
  await city.fill("Lyon");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").getByText("Enter a web address, like example.com.")).toBeVisible();
  await expect(city).toHaveValue("Lyon");
  await website.fill("");
  await page.getByRole("textbox", { name: "About (optional)" }).fill("We light **things**.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Your public page is up to date.")).toBeVisible();

  await page.goto(`/organizers/societe-des-lanternes-${attendee.id}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Lyon")).toBeVisible();
  await expect(page.getByText("things", { exact: true })).toBeVisible();
});

test("an invitation brings somebody without an account through sign-up into the team", async ({
  page,
  attendee,
  appFixture,
  inbox,
  openBrowser,
}) => {
  const organizer = await appFixture.organizer(attendee, "owner", `Lantern Row ${attendee.id}`);
  const event = await appFixture.event({ organizerId: organizer.id });
  const email = newAddress();
  await openDashboard(page, "/organize/team");
  await inviteByEmail(page, email, "Door staff");
  await expect(inTeam(page, email).getByText("Door staff", { exact: true })).toBeVisible();
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("This address has already been invited.")).toBeVisible();

  const guest = await openBrowser();
  await guest.goto(linkTo("/invitations", await inbox.waitForEmail(email, "Join the team of")));
  await expect(guest.getByText(organizer.name)).toBeVisible();
  await guest.getByRole("link", { name: "Sign up" }).click();
  await guest.getByLabel("Name").fill("Mina Castellano");
  await guest.getByLabel("Email").fill(email);
  await guest.getByLabel("Password").fill("a quiet evening out");
  await guest.getByRole("button", { name: "Sign up" }).click();
  await guest.goto(linkTo("/verify-email", await inbox.waitForEmail(email, "Confirm your email address")));
  await guest.getByRole("button", { name: "Confirm and sign in" }).click();
  await guest.getByRole("button", { name: "Join the team" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "Welcome to the team" })).toBeVisible();

  // What the invitation promised is all there is, until an owner changes it.
  await guest.goto(`/organize/events/${event.slug}/attendees`);
  await expect(guest.getByText("You don’t have access to that page")).toBeVisible();
  await openDashboard(page, "/organize/team");
  await page.getByRole("button", { name: "Change role of Mina Castellano" }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "Manager" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // It closes once the role is saved.
  await expect(inTeam(page, email).getByText("Manager", { exact: true })).toBeVisible();
  await guest.goto(`/organize/events/${event.slug}/attendees`);
  await expect(guest.getByRole("heading", { level: 1, name: "Attendees" })).toBeVisible();

  await page.getByRole("button", { name: "Remove Mina Castellano" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(inTeam(page, email)).toHaveCount(0);

  await openDashboard(page, "/organize/audit");
  const steps = page.getByRole("main").getByRole("listitem");
  await expect(steps.getByText("removed Mina Castellano from the team")).toBeVisible();
  await expect(steps.getByText("changed Mina Castellano from door staff to manager")).toBeVisible();
  await expect(steps.getByText("joined the team as door staff")).toBeVisible();
  await expect(steps.getByText(`invited ${email} as door staff`)).toBeVisible();
  await page.getByLabel("Who").selectOption({ label: "Mina Castellano" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(steps).toHaveCount(1);
  await expect(steps.getByText("joined the team as door staff")).toBeVisible();
});

test("an invitation is for its address only, is sent again, and ends when it is revoked", async ({
  page,
  attendee,
  appFixture,
  inbox,
  openBrowser,
}) => {
  await appFixture.organizer(attendee, "owner", `Copper Ladle ${attendee.id}`);
  const [invited, somebodyElse] = [await appFixture.attendee(), await appFixture.attendee()];
  await openDashboard(page, "/organize/team");
  await inviteByEmail(page, invited.email, "Manager");
  const path = linkTo("/invitations", await inbox.waitForEmail(invited.email, "Join the team of"));

  const other = await openBrowser(somebodyElse);
  await other.goto(path);
  await expect(other.getByText(`You’re signed in as ${somebodyElse.email}`)).toBeVisible();
  await expect(other.getByRole("button", { name: "Join the team" })).toHaveCount(0);

  await page.getByRole("button", { name: `Send again to ${invited.email}` }).click();
  await expect(page.getByText("Sent again. Valid for another seven days.")).toBeVisible();
  await expect.poll(async () => (await inbox.messagesTo(invited.email)).length, { timeout: 20_000 }).toBe(2);

  const right = await openBrowser(invited);
  await right.goto(path);
  await expect(right.getByRole("button", { name: "Join the team" })).toBeVisible();
  await page.getByRole("button", { name: `Revoke the invitation to ${invited.email}` }).click();
  await expect(inTeam(page, invited.email)).toHaveCount(0);
  await right.getByRole("button", { name: "Join the team" }).click();
  await expect(right.getByRole("heading", { level: 1, name: "This invitation was revoked" })).toBeVisible();
});

test("the last owner stays; with another one, leaving is possible", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  await openDashboard(page, "/organize/team");
  await page.getByRole("button", { name: "Leave the team" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(page.getByText("A team needs an owner. Make someone else an owner first.")).toBeVisible();

  await appFixture.joinTeam(organizer, await appFixture.attendee(), "owner");
  await page.getByRole("dialog").getByRole("button", { name: "Leave team", exact: true }).click();
  await expect(page).toHaveURL(/\/organize$/);
  await expect(page.getByRole("heading", { name: "Organize your first event" })).toBeVisible();
});

const DASHBOARD = "app/organize/(dashboard)";

/** The path of every page of the organizer's side, with values for its parameters. */
function dashboardPages(parameters: Record<string, string>): string[] {
  const files = readdirSync(DASHBOARD, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)page\.tsx$/.test(file),
  );
  return files.map((file) => {
    const path = file.replace(/\/?page\.tsx$/, "").replace(/\[(\w+)\]/g, (_, name: string) => parameters[name] ?? "");
    return `/organize${path ? `/${path}` : ""}`;
  });
}

test.describe("door staff", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("reach nothing but check-in, by any address, and see links to nothing else", async ({
    page,
    attendee,
    appFixture,
  }) => {
    test.slow();
    const organizer = await appFixture.organizer(attendee, "door_staff");
    const event = await appFixture.event({ organizerId: organizer.id, name: "Night of lanterns" });
    const { reference } = await appFixture.book(event, await appFixture.attendee());
    const nothing = "nothing-of-theirs";
    const parameters = { slug: event.slug, reference, id: crypto.randomUUID(), run: nothing, entry: nothing };

    await openDashboard(page, "/organize");
    await expect(page.getByText("Night of lanterns").first()).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Organize" }).getByRole("link")).toHaveText(["Events"]);

    const paths = dashboardPages(parameters).filter((path) => !["/organize", "/organize/new"].includes(path));
    expect(paths.length).toBeGreaterThan(12);
    for (const path of paths) {
      await page.goto(path);
      const denied = page.getByText("You don’t have access to that page");
      const missing = page.getByRole("heading", { level: 1, name: "Page not found" });
      await expect(denied.or(missing), path).toBeVisible();
      await expect(page.getByText(reference), path).toHaveCount(0);
    }

    await page.goto(`/organize/events/${event.slug}/check-in`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/organize/events/${event.slug}/check-in$`));
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("creating an organizer, the public page and invitations show errors, and keep the input", async ({
    page,
    attendee,
  }) => {
    await page.goto("/organize/new");
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await page.getByLabel("Name").fill(`Paper Lanterns ${attendee.id}`);
    await page.getByLabel("Website").fill("nowhere");
    await press("Start organizing");
    await expect(page.getByRole("main").getByText("Enter a web address, like example.com.")).toBeVisible();
    await expect(page.getByLabel("Name")).toHaveValue(`Paper Lanterns ${attendee.id}`);
    await page.getByLabel("Website").fill("");
    await press("Start organizing");
    await expect(page.getByRole("heading", { level: 1, name: "Team" })).toBeVisible();

    await page.getByRole("textbox", { name: "Email" }).fill("nobody");
    await press("Send invitation");
    await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("nobody");
    await expect(page.getByRole("textbox", { name: "Email" })).toHaveAttribute("aria-invalid", "true");
    const email = newAddress();
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    await press("Send invitation");
    await expect(page.getByText(`An invitation is on its way to ${email}.`)).toBeVisible();

    await page.getByRole("link", { name: "Edit public page" }).click();
    await page.getByLabel("City").fill("Lyon");
    await page.getByLabel("Website").fill("nowhere");
    await press("Save");
    await expect(page.getByRole("main").getByText("Enter a web address, like example.com.").first()).toBeVisible();
    await expect(page.getByLabel("City")).toHaveValue("Lyon");
    await page.getByLabel("Website").fill("");
    await press("Save");
    await expect(page.getByText("Saved. Your public page is up to date.")).toBeVisible();
  });
});
