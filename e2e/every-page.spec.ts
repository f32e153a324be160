import { colours, expectAccessible, expectNoSidewaysScroll } from "./fixtures/accessibility";
import { signIn } from "./fixtures/attendee";
import { scenes } from "./fixtures/scenes/all";
import { play } from "./fixtures/scenes/scene";
import { test } from "./fixtures/test";

const widths = [1280, 390];

for (const scene of scenes) {
  test.describe(() => {
    test.use({ expectedErrors: scene.expectedErrors ?? [] });

    test(`${scene.name}: nothing for axe to find in either theme, and no sideways scroll`, async ({
      page,
      context,
      boxOffice,
    }) => {
      const me = await boxOffice.attendee();
      if (!scene.anonymous) await signIn(context, me);
      await play(scene, page, { office: boxOffice, me });
      // Each change of theme would start hundreds of transitions, and the colours are measured at their ends.
      await page.addStyleTag({ content: "*, ::before, ::after { transition: none !important }" });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 844 });
        await expectNoSidewaysScroll(page);
        await page.emulateMedia({ colorScheme: "light" });
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: "dark" });
        await expectAccessible(page, colours);
      }
      await page.setViewportSize({ width: 320, height: 844 });
      await expectNoSidewaysScroll(page);
    });
  });
}
