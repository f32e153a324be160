// @vitest-environment node
import { ImageResponse } from "next/og";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { drawableText, shareImageFonts } from "@/lib/events/share-image-assets";
import type { EventDetail } from "@/lib/events/types";
import { shareTile } from "@/lib/media/cover-key";
import { ShareImage, shareImageSize } from "./share-image";

const event: EventDetail = {
  slug: "late-show",
  name: "Late show",
  summary: "",
  category: "music",
  startsAt: new Date("2026-12-12T18:30:00Z"),
  endsAt: new Date("2026-12-12T22:00:00Z"),
  timeZone: "Europe/Lisbon",
  venue: "Casa do Cais",
  city: "Lisbon",
  country: "PT",
  currency: "EUR",
  coverImage: null,
  prices: null,
  state: "on_sale",
  left: 4,
  isOn: false,
  description: "",
  address: "",
  organizer: { slug: "night-owl", name: "Night Owl" },
  salesStartAt: null,
  salesEndAt: null,
  maxTicketsPerBooking: 10,
  holdMinutes: 10,
  cancellationCutoffHours: 24,
  waitlistEnabled: true,
  waitingRoom: false,
  paymentMethod: "venue",
  updatedAt: new Date("2026-11-01T00:00:00Z"),
  ticketTypes: [],
  availability: {
    state: "on_sale",
    left: 4,
    isOn: false,
    waitlistOpen: false,
    ticketTypes: [],
    room: null,
    at: "2026-11-22T00:00:00Z",
  },
};

async function draw(over: Partial<EventDetail>, cover: string | null = null) {
  const network = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no network in this test"));
  const image = new ImageResponse(<ShareImage event={{ ...event, ...over }} cover={cover} />, {
    ...shareImageSize,
    fonts: await shareImageFonts(),
  });
  const png = Buffer.from(await image.arrayBuffer());
  const outside = network.mock.calls.map(([address]) => String(address)).filter((address) => /^https?:/.test(address));
  network.mockRestore();
  const corner = await sharp(png).extract({ left: 0, top: 0, width: 400, height: 600 }).raw().toBuffer();
  return { outside, corner: [...corner.subarray(0, 3)], ...(await sharp(png).metadata()) };
}

const everyDrawable = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code))
  .filter((character) => character.trim() && drawableText(character) === character)
  .join("");

test.each([
  ["plain", { name: "Late show" }],
  ["long", { name: "An evening of everything ".repeat(5).slice(0, 120) }],
  ["Polish and Turkish", { name: "Wieczór w Łodzi – İstanbul’da gece", venue: "Şişli", city: "Łódź" }],
  ["Arabic", { name: "ليلة العود على ضفاف النيل", venue: "حديقة المرسى", city: "القاهرة" }],
  ["Japanese", { name: "深夜のジャズ 東京", venue: "青い部屋", city: "東京" }],
  ["emoji", { name: "Party 🎉", venue: "Hall ✓", city: "Lisbon" }],
])("%s: a picture of the right size, and nothing from the network", async (_, over) => {
  expect(await draw(over)).toMatchObject({ width: 1200, height: 630, format: "png", outside: [] });
});

test("an uploaded picture takes the place of the drawn one", async () => {
  const red = await sharp({ create: { ...shareTile, channels: 3, background: "#ff0000" } })
    .png()
    .toBuffer();
  const cover = `data:image/png;base64,${red.toString("base64")}`;
  expect(await draw({}, cover)).toMatchObject({ width: 1200, outside: [], corner: [255, 0, 0] });
  expect((await draw({})).corner).not.toEqual([255, 0, 0]);
});

test("every character that counts as drawable is in the fonts", async () => {
  expect(everyDrawable.length).toBeGreaterThan(300);
  expect((await draw({ name: everyDrawable, venue: everyDrawable })).outside).toEqual([]);
});

test("text with one other letter is left out, not drawn with holes", () => {
  expect(drawableText("Jazz 東京")).toBeNull();
  expect(drawableText("Łódź  –\n„noc”")).toBe("Łódź – „noc”");
  expect(drawableText("")).toBeNull();
});
