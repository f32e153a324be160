import { afterEach, beforeEach, expect, test } from "vitest";
import { pollOptions } from "./sdk-app";
import { openSdkFixture } from "./sdk-fixture";

let fixture: Awaited<ReturnType<typeof openSdkFixture>>;

beforeEach(async () => {
  fixture = await openSdkFixture();
});
afterEach(() => fixture.close());

test("the status page shows runs, steps and errors, and no markup of theirs", async () => {
  const marked = fixture.app.client.createFunction(
    { id: "marked", triggers: [{ event: "go" }], retries: 0 },
    async ({ event, step }) => {
      await step.run("first <b>", () => "<script>");
      throw new Error(event.data.text);
    },
  );
  fixture.app.serve([marked]);
  await fixture.app.start();
  await fixture.app.client.send({ name: "go", data: { text: "<i>broken</i>" } });
  await expect.poll(() => fixture.app.states("marked"), pollOptions).toEqual(["failed"]);
  const list = await (await fetch(fixture.url)).text();
  expect(list).toContain("test-marked");
  expect(list).toContain("&lt;i&gt;broken&lt;/i&gt;");
  const path = /href="(\/runs\/[^"]+)"/.exec(list)?.[1];
  const page = await (await fetch(`${fixture.url}${path}`)).text();
  expect(page).toContain("first &lt;b&gt;");
  expect(page).not.toContain("<script>");
});
