// @vitest-environment node
import sharp, { type Sharp } from "sharp";
import { describe, expect, it, test } from "vitest";
import { processCover } from "./process-cover";

const plain = (width: number, height: number, background = "#0f5238") =>
  sharp({ create: { width, height, channels: 3, background } });

async function made(bytes: Uint8Array) {
  const picture = await processCover(bytes);
  if (!picture.ok) throw new Error(picture.code);
  return picture.files;
}

async function describeFiles(bytes: Uint8Array) {
  const files = await made(bytes);
  return Promise.all(
    files.map(async (file) => {
      const { format, width, height, pages = 1 } = await sharp(file.bytes).metadata();
      return `${file.name} ${file.contentType} ${format} ${width}x${height} ${pages}`;
    }),
  );
}

const threeSizes = [
  "640.webp image/webp webp 640x400 1",
  "1280.webp image/webp webp 1280x800 1",
  "1920.webp image/webp webp 1920x1200 1",
  "share.jpg image/jpeg jpeg 500x630 1",
];

test.each<[string, (picture: Sharp) => Sharp]>([
  ["JPEG", (picture) => picture.jpeg()],
  ["PNG", (picture) => picture.png()],
  ["WebP", (picture) => picture.webp()],
  ["AVIF", (picture) => picture.avif({ effort: 0 })],
])("%s becomes three sizes and a share image, whatever it is called", async (_, as) => {
  expect(await describeFiles(await as(plain(2400, 1600)).toBuffer())).toEqual(threeSizes);
});

it("is never enlarged, and is cut in its middle to 16:10", async () => {
  const [small, middle, large] = await describeFiles(await plain(1000, 3000).png().toBuffer());
  expect([small, middle, large].map((file) => file?.split(" ")[3])).toEqual(["640x400", "1000x625", "1000x625"]);

  const stripes = await plain(1600, 3000, "#ff0000")
    .composite([{ input: await plain(1600, 1000, "#0000ff").png().toBuffer(), top: 1000, left: 0 }])
    .png()
    .toBuffer();
  const { dominant } = await sharp((await made(stripes))[0]?.bytes).stats();
  expect(dominant.b).toBeGreaterThan(dominant.r);
});

it("stands upright, and keeps nothing of what the camera noted: no place, no name, no profile", async () => {
  const photo = await plain(2000, 3000)
    .composite([{ input: await plain(2000, 1500, "#ffffff").png().toBuffer(), top: 0, left: 0 }])
    .withExif({
      IFD0: { Make: "Camera", Artist: "Ada Lovelace" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "38/1 42/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "9/1 8/1 0/1" },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><secret/></x:xmpmeta>")
    .withMetadata({ orientation: 6 })
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
  const before = await sharp(photo).metadata();
  expect(before).toMatchObject({ orientation: 6 });
  expect(before.exif?.includes("Ada Lovelace") && before.xmp && before.icc).toBeTruthy();

  for (const file of await made(photo)) {
    const { exif, xmp, icc, iptc, orientation } = await sharp(file.bytes).metadata();
    expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
    expect(Buffer.from(file.bytes).includes("Ada")).toBe(false);
  }
  // Turned clockwise, the white upper half stands on the right.
  const [{ bytes } = { bytes: new Uint8Array() }] = await made(photo);
  const side = async (left: number) => {
    const part = await sharp(bytes).extract({ left, top: 0, width: 200, height: 400 }).png().toBuffer();
    return (await sharp(part).stats()).channels[0]?.mean ?? 0;
  };
  expect(await side(440)).toBeGreaterThan(240);
  expect(await side(0)).toBeLessThan(60);
});

it("shows the first frame of an animation", async () => {
  const frames = await Promise.all(["#ff0000", "#00ff00"].map((colour) => plain(1000, 700, colour).png().toBuffer()));
  const animation = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
  expect((await sharp(animation).metadata()).pages).toBe(2);
  const [first] = await made(animation);
  const { dominant } = await sharp(first?.bytes).stats();
  expect(dominant.r).toBeGreaterThan(dominant.g);
});

it("puts what can be seen through on white", async () => {
  const clear = await sharp({ create: { width: 900, height: 700, channels: 4, background: "#00000000" } })
    .png()
    .toBuffer();
  const [first] = await made(clear);
  expect((await sharp(first?.bytes).stats()).channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255]);
});

describe("is refused", () => {
  const refusal = async (bytes: Uint8Array) => {
    const picture = await processCover(bytes);
    return picture.ok ? "taken" : picture.code;
  };
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script/></svg>');

  it("where it is something else, or is broken", async () => {
    const jpeg = await plain(1000, 800).jpeg().toBuffer();
    expect(await refusal(jpeg)).toBe("taken");
    for (const bytes of [
      Buffer.from(""),
      Buffer.from("hello"),
      svg,
      await plain(1000, 800).gif().toBuffer(),
      await plain(1000, 800).tiff().toBuffer(),
      Buffer.concat([Buffer.from("\xff\xd8\xff", "latin1"), svg]),
      jpeg.subarray(0, 400),
      jpeg.subarray(0, jpeg.length - 800),
    ]) {
      expect(await refusal(bytes)).toBe("NOT_A_PICTURE");
    }
  });

  it("where it is too small to fill its place", async () => {
    expect(await refusal(await plain(639, 900).png().toBuffer())).toBe("TOO_SMALL");
    expect(await refusal(await plain(3000, 300).png().toBuffer())).toBe("TOO_SMALL");
    expect(await refusal(await plain(640, 400).png().toBuffer())).toBe("taken");
  });

  it("where little data unpacks to too many pixels", async () => {
    const bomb = await plain(9_000, 9_000).png().toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    const began = performance.now();
    expect(await refusal(bomb)).toBe("TOO_MANY_PIXELS");
    expect(performance.now() - began).toBeLessThan(500);
  });
});
