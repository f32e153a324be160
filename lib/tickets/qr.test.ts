import QRCode from "qrcode";
import { expect, it } from "vitest";
import { drawQr } from "./qr";

const CODE = "7KQ2M9XA4BPB4T1C";

/** The drawing's modules, read back from its path. */
function modulesOf({ size, path }: ReturnType<typeof drawQr>) {
  const dark = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(width); step++) dark.add(`${Number(x) + step},${y}`);
  }
  return { dark, size };
}

it("draws exactly the modules of the code, inside a quiet zone of four", () => {
  const { dark, size } = modulesOf(drawQr(CODE));
  const { modules } = QRCode.create(CODE, { errorCorrectionLevel: "Q" });
  const expected = new Set<string>();
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) expected.add(`${column + 4},${row + 4}`);
    }
  }
  expect(size).toBe(modules.size + 8);
  expect(dark).toEqual(expected);
});

it("draws another code differently", () => {
  expect(drawQr(CODE).path).not.toBe(drawQr("7KQ2M9XA4BPB4T1D").path);
});
