import QRCode from "qrcode";

export type QrDrawing = { size: number; path: string };

/** The white margin in modules, which scanners need. */
const QUIET_ZONE = 4;

/** A QR code as the path of an SVG of `size` × `size` units, quiet zone included. */
export function drawQr(text: string): QrDrawing {
  // Level Q recovers a quarter of the code, for creased paper and cracked screens.
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "Q" });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${column - start + 1}v1h-${column - start + 1}z`);
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: runs.join("") };
}
