type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: "qr_code"[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

let loaded: Promise<Detector> | null = null;

/** Finds QR codes in a video: with the browser's detector, else with one that is loaded on demand. */
export function qrDetector(): Promise<Detector> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function load(): Promise<Detector> {
  const Native = nativeDetector();
  const formats = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  if (Native && formats.includes("qr_code")) return new Native({ formats: ["qr_code"] });

  const { BarcodeDetector, prepareZXingModule } = await import("barcode-detector/ponyfill");
  // From our own origin; its default is a public CDN.
  const wasm = new URL("../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm", import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return new BarcodeDetector({ formats: ["qr_code"] });
}

function nativeDetector(): DetectorClass | null {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  return BarcodeDetector ?? null;
}
