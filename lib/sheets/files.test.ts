import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { attachment } from "@/lib/names/file-name";
import { csvStream } from "./csv";
import type { Cell, Column, Sheet } from "./sheet";
import { xlsxStream } from "./xlsx";

const columns: Column[] = [
  { label: "Name", kind: "text" },
  { label: "Tickets", kind: "count" },
  { label: "Total", kind: "money", currency: "EUR" },
  { label: "Yen", kind: "money", currency: "JPY" },
  { label: "Booked (Asia/Tokyo)", kind: "moment", precision: "minute" },
  { label: "Share", kind: "share" },
];
const names = [
  '=HYPERLINK("https://evil.example","click")',
  "+4930123456",
  "-2+3",
  "@SUM(A1)",
  "\tTab first",
  "محمد القحطاني",
  "Zoë 🎉 Ōta 太田",
  'Two\nlines, with a comma and "quotes"',
  "'Already quoted",
  "<b>&amp;</b>",
  "plain",
];
const rows: Cell[][] = names.map((name, at) => [name, at, at * 1000 + 5, at * 300, "2026-11-22T00:30", at / 8]);
const sheet = (): Sheet => ({ title: "Attendees: all/some", columns, batches: [rows] });
const office = findOffice();
const isFormula = /^[=+\-@\t\r]/;

describe("a CSV file", () => {
  it("begins with a byte order mark, ends lines with CRLF, and says every cell back", async () => {
    const bytes = await buffer(csvStream([sheet()]));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = bytes.toString("utf8");
    expect(text.endsWith("\r\n")).toBe(true);
    const read = parse(text, { bom: true, record_delimiter: "\r\n" });
    expect(read[0]).toEqual(columns.map(({ label }) => label));
    expect(read.slice(1).map((row) => row[0])).toEqual(names.map((name) => (isFormula.test(name) ? `'${name}` : name)));
    expect(read[2]).toEqual(["'+4930123456", "1", "10.05 EUR", "300 JPY", "2026-11-22 00:30", "12.5%"]);
  });

  it("has no cell that begins as a formula does", async () => {
    const read = parse(await buffer(csvStream([sheet()])), { bom: true, record_delimiter: "\r\n" });
    expect(read.flat().filter((cell) => isFormula.test(cell))).toEqual([]);
  });

  it("has every text in quotes, a lone line feed or carriage return too", async () => {
    const odd: Sheet = {
      title: "Odd",
      columns: [{ label: "Name", kind: "text" }],
      batches: [[["a\nb"], ["c\rd"], ["e;f"]]],
    };
    expect((await buffer(csvStream([odd]))).toString()).toBe('\uFEFF"Name"\r\n"a\nb"\r\n"c\rd"\r\n"e;f"\r\n');
  });

  it.skipIf(!office).each([
    ["German", 1031],
    ["Polish", 1045],
    ["American", 1033],
  ])("means the same in a %s spreadsheet", { timeout: 120_000 }, async (_, language) => {
    const numbers: Sheet = {
      title: "Numbers",
      columns: [
        { label: "Dinar", kind: "money", currency: "KWD" },
        { label: "Euro", kind: "money", currency: "EUR" },
        { label: "Share", kind: "share" },
      ],
      batches: [
        [
          [10_120, 1_012, 0.125],
          [1_234_567, 123_450, 0.1253],
          [500, 0, 1],
        ],
      ],
    };
    // 44,34,76: comma, quotes, UTF-8; "true" has it look for dates and other numbers, as people often choose.
    const read = await asOpened("sheet.csv", await buffer(csvStream([numbers])), [
      `--infilter=CSV:44,34,76,1,,${language},false,true`,
    ]);
    expect(read.slice(1)).toEqual([
      ["10.120 KWD", "10.12 EUR", expect.stringMatching(/^12\.5(0)?%$/)],
      ["1234.567 KWD", "1234.50 EUR", "12.53%"],
      ["0.500 KWD", "0.00 EUR", expect.stringMatching(/^100(\.00)?%$/)],
    ]);
  });

  it("of several tables names each", async () => {
    const text = (await buffer(csvStream([sheet(), { ...sheet(), title: "=Other" }]))).toString();
    expect(text).toContain('"Attendees: all/some"\r\n"Name",');
    expect(text).toContain('\r\n\r\n"\'=Other"\r\n"Name",');
  });
});

describe("a workbook", () => {
  it("holds texts as texts, numbers as numbers and dates as dates, below a bold frozen row", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await arrayBuffer(xlsxStream([sheet()])));
    const [read] = workbook.worksheets;
    expect(read?.name).toBe("Attendees  all some");
    expect(read?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(read?.getRow(1).font).toMatchObject({ bold: true });
    for (const [at, name] of names.entries()) {
      const row = read?.getRow(at + 2);
      // This reader decodes a text twice.
      expect(row?.getCell(1).value, name).toBe(name.replace("&amp;", "&"));
      expect(row?.getCell(1).formula).toBeUndefined();
      expect(row?.getCell(2).value).toBe(at);
      expect(row?.getCell(3).value).toBeCloseTo(at * 10 + 0.05);
      expect(row?.getCell(4).value).toBe(at * 300);
      expect(row?.getCell(5).value).toEqual(new Date("2026-11-22T00:30:00Z"));
      expect(row?.getCell(6).value).toBeCloseTo(at / 8);
    }
    expect(read?.getRow(2).getCell(3).numFmt).toBe("#,##0.00");
    expect(read?.getRow(2).getCell(5).numFmt).toBe("yyyy-mm-dd hh:mm");
  });

  it("survives half an emoji, control characters and a text longer than Excel takes", async () => {
    const odd = [["\ud83c"], ["bell\u0007"], ["x".repeat(40_000)]];
    const workbook = new exceljs.Workbook();
    const stream = xlsxStream([{ title: "Odd", columns: [{ label: "Name", kind: "text" }], batches: [odd] }]);
    await workbook.xlsx.load(await arrayBuffer(stream));
    const [read] = workbook.worksheets;
    expect(read?.getCell("A2").value).toBe("\ufffd");
    expect(read?.getCell("A3").value).toBe("bell");
    expect(String(read?.getCell("A4").value)).toHaveLength(32_767);
  });

  it("c29: is well-formed whatever a name or a heading holds", async () => {
    const columns: Column[] = [{ label: "Name \uffff", kind: "text" }];
    const texts = ["Eve\uffffx", "\ufffe", "\u0001\u001f", "\ud800", "<&>\"'", "🎉"];
    const odd = [{ title: "Odd", columns, batches: [texts.map((text) => [text])] }];
    const workbook = new exceljs.Workbook();
    // Its parser refuses what XML 1.0 does not have.
    const file = await arrayBuffer(xlsxStream(odd));
    await expect(workbook.xlsx.load(file)).resolves.toBeDefined();
    const read = workbook.worksheets[0]?.getColumn(1).values.slice(1);
    expect(read).toEqual(["Name \ufffd", "Eve\ufffdx", "\ufffd", undefined, "\ufffd", "<&>\"'", "🎉"]);
  });

  it.skipIf(!office)("opens in LibreOffice with every cell as it was", { timeout: 120_000 }, async () => {
    const read = await asOpened("sheet.xlsx", await buffer(xlsxStream([sheet()])));
    // It leaves out the white space a cell begins with.
    expect(read.slice(1).map((row) => row[0])).toEqual(names.map((name) => name.trimStart()));
    expect(read[2]?.slice(1)).toEqual(["1", "10.05", "300", "2026-11-22 00:30:00", "12.5%"]);
  });
});

describe("the name of a file", () => {
  it("is there in two forms: for old readers, and in any alphabet", () => {
    expect(attachment("attendees-fête-2026-11-22.csv")).toBe(
      "attachment; filename=\"attendees-fete-2026-11-22.csv\"; filename*=UTF-8''attendees-f%C3%AAte-2026-11-22.csv",
    );
    expect(attachment('a"b\r\nSet-Cookie: x')).not.toMatch(/[\r\n]|a"b/);
  });
});

async function arrayBuffer(stream: NodeJS.ReadableStream) {
  const bytes = await buffer(stream);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** What LibreOffice shows of a file, cell by cell. */
async function asOpened(name: string, content: Buffer, options: string[] = []): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "quorix-sheet-"));
  try {
    writeFileSync(join(folder, name), content);
    // 44,34,76: comma, quotes, UTF-8; the "false" leaves cells unformatted no further than their number formats.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, "out");
    const args = [profile, "--headless", ...options, "--convert-to", filter, "--outdir", out, join(folder, name)];
    execFileSync(office ?? "", args, { stdio: "pipe" });
    return parse(readFileSync(join(out, "sheet.csv"), "utf8"), { bom: true, relax_column_count: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findOffice() {
  try {
    return execFileSync("which", ["soffice"], { encoding: "utf8" }).trim();
  } catch {
    console.log("skipped: LibreOffice is not installed (apt-get install libreoffice-calc).");
    return null;
  }
}
