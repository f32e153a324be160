import { expect, test } from "vitest";
import { renderEmail } from "@/lib/email/render";
import { anEvent } from "./fixtures";
import { message } from "./message";

const unsubscribeUrl = "http://localhost:3000/unsubscribe?token=abc";
const write = (body: string, replies = false) =>
  renderEmail(
    message({
      ...{ subject: "Doors open at 18:30", body, replies, unsubscribeUrl },
      event: anEvent(),
      organizer: { name: "Night Owl Presents" },
    }),
  );

test("says who writes, about what, and how to stop it, in both parts", async () => {
  const { html, text, subject } = await write("Bring a **warm** coat.");
  expect(subject).toBe("Doors open at 18:30");
  for (const part of [
    "Doors open at 18:30",
    "Bring a warm coat.",
    "Night Owl Presents",
    "Night market at the old quay",
  ])
    expect(text).toContain(part);
  expect(html).toContain("<strong>warm</strong>");
  expect(html).toContain(`href="${unsubscribeUrl}"`);
  expect(text).toContain(unsubscribeUrl);
  expect(text).toContain("Replies to this email aren’t read");
  expect((await write("Hello", true)).text).toContain("You can reply to this email");
});

test("Markdown becomes headings, lists and links", async () => {
  const { html, text } = await write("# Programme\n\n- first\n- second\n\n[Map](https://example.org/map)");
  expect(html).toMatch(/<h2[^>]*>Programme<\/h2>/);
  expect(html).toMatch(/<li>first<\/li>/);
  expect(html).toMatch(/<a href="https:\/\/example\.org\/map" rel="nofollow ugc noopener"/);
  expect(text).toContain("https://example.org/map");
});

test.each([
  ["raw HTML", "Hello <b onclick='x()'>you</b><script>alert(1)</script>", /<script>alert|onclick/],
  ["a tracking picture", "![](https://tracker.example/open.gif)", /<img|tracker\.example/],
  ["a picture in HTML", '<img src="https://tracker.example/open.gif">', /tracker\.example/],
  ["a picture by reference", "![x][t]\n\n[t]: https://tracker.example/open.gif", /tracker\.example/],
  ["a script as a link", "[press](javascript:alert(1))", /javascript:/],
  ["data as a link", "[press](data:text/html;base64,PHNjcmlwdD4=)", /data:text/],
  [
    "styles",
    '<style>@import "https://tracker.example"</style><p style="background:url(https://t.example)">a</p>',
    /t\.example|@import/,
  ],
  ["a form", '<form action="https://t.example"><input name="a"></form>', /<form|<input/],
])("%s does not get in", async (_, body, forbidden) => {
  expect((await write(body)).html).not.toMatch(forbidden);
});
