import { describe, expect, it } from "vitest";
import { eventFields } from "@/lib/event-editing/schema";
import { hashContent, toImportContent } from "./content";
import { readText, readTextOrThrow } from "./fixtures";
import { maxLengths } from "./limits";

const forms = async (...input: Parameters<typeof readTextOrThrow>) =>
  (await readTextOrThrow(...input)).events.map(({ form }) => form);

describe("alphabets and separators", () => {
  const text = "name;start\nCafé “Ωmega” 東京 🎷;2026-12-01\n";
  const utf16 = (bigEndian: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return bigEndian ? bytes.swap16() : bytes;
  };
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16 of Windows", utf16(false)],
    ["UTF-16 the other way round", utf16(true)],
  ])("%s", async (_, bytes) => {
    expect(await forms(bytes)).toMatchObject([{ name: "Café “Ωmega” 東京 🎷" }]);
  });

  it("reads what a spreadsheet on Windows writes", async () => {
    const bytes = Buffer.from("name,start\r\nCaf\xe9 M\xfcller \x80 5,2026-12-01\r\n", "latin1");
    expect(await forms(bytes)).toMatchObject([{ name: "Café Müller € 5" }]);
  });

  it("keeps the rest of a UTF-8 file in which one byte is broken", async () => {
    const bytes = Buffer.concat([
      Buffer.from("name,start\nCafé Müller Straße Ωmega "),
      Buffer.from([0xff]),
      Buffer.from(",2026-12-01\n"),
    ]);
    expect(await forms(bytes)).toMatchObject([{ name: "Café Müller Straße Ωmega \uFFFD" }]);
  });

  it.each([
    ["commas", 'name,start,city\n"One, two",2026-12-01,Lisbon\n'],
    ["semicolons", "name;start;city\nOne, two;2026-12-01;Lisbon\n"],
    ["tabs", "name\tstart\tcity\nOne, two\t2026-12-01\tLisbon\n"],
    ["pipes", "name|start|city\nOne, two|2026-12-01|Lisbon\n"],
    ["what Excel declares", "sep=;\r\nname;start;city\r\nOne, two;2026-12-01;Lisbon\r\n"],
    ["old Macintosh lines", 'name,start,city\r"One, two",2026-12-01,Lisbon\r'],
  ])("%s", async (_, csv) => {
    expect(await forms(csv)).toMatchObject([{ name: "One, two", city: "Lisbon" }]);
  });
});

describe("rows", () => {
  it("are counted as a spreadsheet counts them, across line breaks in quotes", async () => {
    const found = await readTextOrThrow('name,start,about\nOne,2026-12-01,"First\nsecond\n\nthird"\n\nTwo,never,\n');
    expect(found.events).toMatchObject([{ row: 2, form: { description: "First\nsecond\n\nthird" } }]);
    expect(found.problems).toMatchObject([{ kind: "refused", rows: [4], column: "start", value: "never" }]);
  });

  it("may be shorter or longer than the header, which may come again", async () => {
    const found = await readTextOrThrow(
      "name,start,city\nOne,2026-12-01\nname,start,city\nTwo,2026-12-02,Lisbon,surplus\n",
    );
    expect(found.events.map(({ form }) => form.name)).toEqual(["One", "Two"]);
    expect(found.problems).toMatchObject([{ kind: "changed", rows: [4], column: "Column 4", value: "surplus" }]);
  });

  it("before a quote that never closes come in; the rest is one refused row that says its line", async () => {
    const found = await readTextOrThrow('name,start\nOne,2026-12-01\n"Two,2026-12-02\nThree,2026-12-03\n');
    expect(found.events.map(({ form }) => form.name)).toEqual(["One"]);
    expect(found.problems).toMatchObject([
      { kind: "refused", rows: [3], reason: expect.stringContaining("never closes") },
    ]);
    expect(found.counts).toMatchObject({ found: 2, refused: 1 });
  });

  it("that stand in the file twice become one draft, and say which row has it", async () => {
    const found = await readTextOrThrow(
      "name,start,city\nOne,2026-12-01,Lisbon\nOne,2026-12-01, lisbon \nOne,2026-12-01,Lisbon\nOne,2026-12-02,Lisbon\n",
    );
    expect(found.counts).toEqual({ found: 4, refused: 0, duplicates: 1, leftOut: 0 });
    expect(found.problems).toMatchObject([
      { kind: "duplicate", rows: [4], reason: "The same name, start and place as row 2." },
    ]);
  });

  it("with an id are known by it, whatever else of them changes", async () => {
    const [before] = (await readTextOrThrow("id,name,start\n7,One,2026-12-01\n")).events;
    const after = await readTextOrThrow("id,name,start\n7,Another,2027-01-01\n7,Third,2027-01-01\n");
    expect(after.events.map(({ key }) => key)).toEqual([before?.key]);
    expect(after.problems).toMatchObject([{ kind: "duplicate", column: "id", value: "7" }]);
  });

  it("keep their key when only the defaults change", async () => {
    const csv = "name,start\nOne,2026-12-01\n";
    const [early] = (await readTextOrThrow(csv)).events;
    const [late] = (await readTextOrThrow(csv, { defaults: { startTime: "20:00", city: "Porto" } })).events;
    expect(late?.form.startsAt).toBe("2026-12-01T20:00");
    expect(late?.key).toBe(early?.key);
  });

  it("say at which column what is wrong, and how to put it right", async () => {
    const { problems, counts } = await readTextOrThrow(
      "Title,Begin,Until,Zone\n,2026-12-01,,\nOne,,,\nTwo,2026-12-02,2026-12-01,\nThree,2026-12-01,,Atlantis/Capital\nFour,46357,,\nFive,2026-12-01,never,\n",
    );
    expect(counts).toMatchObject({ found: 6, refused: 6 });
    expect(problems.map(({ rows, column, value }) => [rows[0], column, value])).toEqual([
      [2, "Title", ""],
      [3, "Begin", ""],
      [4, "Until", "2026-12-01"],
      [5, "Zone", "Atlantis/Capital"],
      [6, "Begin", "46357"],
      [7, "Until", "never"],
    ]);
    expect(problems.every(({ reason, fix }) => reason.endsWith(".") && fix.endsWith("."))).toBe(true);
  });
});

describe("columns", () => {
  it("are guessed from headers of any case and spelling", async () => {
    const { mapping } = await readTextOrThrow(
      "EVENT,Start-Date,start_time,End Date,Venue Name,Ort,Währung\nOne,2026-12-01,,,,,\n",
    );
    expect(mapping).toEqual({ name: 0, startsAt: 1, startTime: 2, endsAt: 3, venue: 4, currency: 6 });
  });

  it("can be chosen instead", async () => {
    const csv = "a,b,c\nOne,Two,2026-12-01\n";
    expect((await readTextOrThrow(csv)).counts).toMatchObject({ refused: 1 });
    expect(await forms(csv, { mapping: { name: 1, startsAt: 2, city: 0 } })).toMatchObject([
      { name: "Two", city: "One" },
    ]);
  });
});

describe("dates", () => {
  it("that could mean two days are asked about, unless another row tells", async () => {
    const asked = await readTextOrThrow("name,start\nOne,03/04/2026\nTwo,05/06/2026\n");
    expect(asked.questions.dateOrder).toEqual(["03/04/2026", "05/06/2026"]);
    expect(asked.counts).toMatchObject({ refused: 2 });
    const answered = await readTextOrThrow("name,start\nOne,03/04/2026\n", { dateOrder: "month-first" });
    expect(answered.events[0]?.form.startsAt).toBe("2026-03-04T09:00");
    const table = await readTextOrThrow("name,start\nOne,03/04/2026\nTwo,31/12/2026\n");
    expect(table.events[0]?.form.startsAt).toBe("2026-04-03T09:00");
    const torn = await readTextOrThrow("name,start\nOne,03/04/2026\nTwo,31/12/2026\nThree,12/31/2026\n");
    expect(torn.questions.dateOrder).toEqual(["03/04/2026"]);
    expect(torn.counts).toMatchObject({ refused: 1 });
  });

  it.each([
    ["2026-12-01,", "2026-12-01T09:00", "2026-12-01T18:00"],
    ["2026-12-01,2026-12-03", "2026-12-01T09:00", "2026-12-03T18:00"],
    ["2026-12-01 19:30,", "2026-12-01T19:30", "2026-12-01T21:30"],
    ["2026-12-01 19:30,2026-12-01 23:00", "2026-12-01T19:30", "2026-12-01T23:00"],
    ["2026-12-01 19:30,23:00", "2026-12-01T19:30", "2026-12-01T23:00"],
    ["2026-12-01 19:30,2026-12-01", "2026-12-01T19:30", "2026-12-01T21:30"],
    ["2026-12-01T19:30Z,2026-12-01T19:30-02:00", "2026-12-01T19:30", "2026-12-01T21:30"],
    // Lisbon's clocks skip from one to two.
    ["2026-03-29 01:30,", "2026-03-29T02:30", "2026-03-29T04:30"],
    // They show half past one twice; the second is an hour after the first.
    ["2026-10-25T00:30Z,2026-10-25T01:30Z", "2026-10-25T01:30", "2026-10-25T01:30+00:00"],
  ])("%s", async (cells, startsAt, endsAt) => {
    expect(await forms(`name,start,end\nOne,${cells}\n`)).toMatchObject([
      { startsAt, endsAt, timeZone: "Europe/Lisbon" },
    ]);
  });

  it("are left out when they are over, if so asked", async () => {
    const found = await readTextOrThrow("name,start\nOld,2020-01-01\nNew,2030-01-01\n", { skipPast: true });
    expect(found.events.map(({ form }) => form.name)).toEqual(["New"]);
    expect(found.problems).toMatchObject([{ kind: "left-out", rows: [2] }]);
  });
});

describe("values", () => {
  it("become what the editor takes, and say what was changed", async () => {
    const long = "Very long ".repeat(20).trim();
    const found = await readTextOrThrow(
      `name,start,country,category,capacity,price,currency,url,online\n${long},2026-12-01,Atlantis,baking,lots,cheap,doubloons,javascript:alert(1),yes\n`,
      { defaults: { country: "PT" } },
    );
    const [event] = found.events;
    expect(event?.form).toMatchObject({
      country: "PT",
      category: "community",
      capacity: "100",
      currency: "EUR",
      venue: "Online",
      ticketTypes: [],
      description: "",
    });
    expect(event?.form.name.length).toBeLessThanOrEqual(maxLengths.name);
    expect(event?.form.name.endsWith("…")).toBe(true);
    expect(found.problems.map(({ kind, column }) => `${kind} ${column}`).sort()).toEqual(
      ["capacity", "category", "country", "currency", "name", "price", "url"].map((column) => `changed ${column}`),
    );
  });

  it("are read in the ways people write them", async () => {
    expect(
      await forms(
        'name,start,country,category,capacity,price,currency,url\nOne,2026-12-01,U.S.A.,Ruby,"1,200","€ 12,50",eur,example.com/a\n',
      ),
    ).toMatchObject([
      {
        country: "US",
        category: "tech",
        capacity: "1200",
        currency: "EUR",
        description: "Website: <https://example.com/a>",
        ticketTypes: [{ name: "Admission", price: "12,50" }],
      },
    ]);
  });

  it("fit the editor's own limits", () => {
    for (const [field, most] of Object.entries({ ...maxLengths })) {
      const rule = Reflect.get(eventFields, field);
      expect(rule.safeParse("x".repeat(most)).success, field).toBe(true);
      expect(rule.safeParse("x".repeat(most + 1)).success, field).toBe(false);
    }
  });
});

describe("files that hold no table", () => {
  it.each([
    ["nothing", "", "EMPTY"],
    ["only headers", "name,start\n", "NO_ROWS"],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0", "latin1"), "NOT_TEXT"],
    ["a spreadsheet's own format", Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(200)]), "NOT_TEXT"],
    ["too much", Buffer.alloc(4_000_001, "x"), "TOO_LARGE"],
    ["too many rows", `name,start\n${"x,2026-12-01\n".repeat(20_001)}`, "TOO_MANY_ROWS"],
    ["too many columns", `${"a,".repeat(200)}b\n1\n`, "TOO_MANY_COLUMNS"],
    ["a quote that never closes", '"name,start\nOne,2026-12-01\n', "NO_ROWS"],
  ])("%s", async (_, text, code) => {
    expect(await readText(text)).toMatchObject({ ok: false, code, message: expect.stringMatching(/\.$/) });
  });
});

it.each(["name,start", "name,date,time"])(
  "an end behind its start, in one cell, is said by the file: %s",
  async (headers) => {
    const at = (end: string) => `${headers}\nJazz,2027-01-05${headers.endsWith("time") ? "," : " "}19:30–${end}\n`;
    const [first] = (await readTextOrThrow(at("22:00"))).events;
    const [later] = (await readTextOrThrow(at("23:00"))).events;
    expect(first?.stated).toContain("endsAt");
    // So an import of the later one sees a change.
    expect(later && first && hashContent(toImportContent(later))).not.toBe(
      first && hashContent(toImportContent(first)),
    );
  },
);
