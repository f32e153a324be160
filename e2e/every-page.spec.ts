import { colours, expectAccessible, expectNoSidewaysScroll } from "./fixtures/accessibility";
import { signIn } from "./fixtures/attendee";
import { scenes } from "./fixtures/scenes/all";
import { openScene } from "./fixtures/scenes/scene";
import { test } from "./fixtures/test";

const height = 844;

/** Has pages fetch nothing ahead for the links in sight: nobody follows one here. Journeys do, with what was fetched. */
function observeNoLinks() {
  const { observe } = IntersectionObserver.prototype;
  IntersectionObserver.prototype.observe = function (element) {
    if (!(element instanceof HTMLAnchorElement)) observe.call(this, element);
  };
}

for (const scene of scenes) {
  test.describe(() => {
    test.use({ expectedErrors: scene.expectedErrors ?? [] });

    test(`${scene.name}: nothing for axe to find in either theme, and no sideways scroll`, async ({
      context,
      workerContext: { page },
      appFixture,
    }) => {
      await using _ = await context.addInitScript(observeNoLinks);
      await page.setViewportSize({ width: 1280, height });
      await page.emulateMedia({ colorScheme: "light" });
      const me = await appFixture.attendee();
      if (!scene.anonymous) await signIn(context, me);
      await openScene(scene, page, { appFixture: appFixture, me });
      // Each change of theme would start hundreds of transitions, and the colours are measured at their ends.
      await page.addStyleTag({ content: "*, ::before, ::after { transition: none !important }" });

      // Everything once at each width, and the colours in both themes. A change of theme takes long, so there are two.
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(page, colours);
      await page.setViewportSize({ width: 390, height });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: "light" });
      await expectAccessible(page, colours);
      await page.setViewportSize({ width: 320, height });
      await expectNoSidewaysScroll(page);
    });
  });
}
