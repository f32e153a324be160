import { describe, expect, it } from "vitest";
import { buildCalendar, readText, readTextOrThrow } from "./fixtures";

const forms = async (...input: Parameters<typeof readTextOrThrow>) =>
  (await readTextOrThrow(...input)).events.map(({ form }) => form);
const starts = async (...input: Parameters<typeof readTextOrThrow>) =>
  (await forms(...input)).map(({ startsAt }) => startsAt);
const one = (...lines: string[]) => buildCalendar(["UID:1", "SUMMARY:One", ...lines]);

describe("times", () => {
  it.each([
    [
      "of a zone",
      ["DTSTART;TZID=Europe/Berlin:20261201T193000", "DTEND;TZID=Europe/Berlin:20261201T230000"],
      "2026-12-01T19:30",
      "2026-12-01T23:00",
      "Europe/Berlin",
    ],
    [
      "that end in another zone",
      ["DTSTART;TZID=Europe/Berlin:20261201T193000", "DTEND;TZID=Europe/Lisbon:20261201T193000"],
      "2026-12-01T19:30",
      "2026-12-01T20:30",
      "Europe/Berlin",
    ],
    [
      "in UTC",
      ["DTSTART:20260701T180000Z", "DTEND:20260701T190000Z"],
      "2026-07-01T19:00",
      "2026-07-01T20:00",
      "Europe/Lisbon",
    ],
    [
      "of no zone",
      ["DTSTART:20261201T193000", "DURATION:PT90M"],
      "2026-12-01T19:30",
      "2026-12-01T21:00",
      "Europe/Lisbon",
    ],
    ["without an end", ["DTSTART:20261201T193000"], "2026-12-01T19:30", "2026-12-01T21:30", "Europe/Lisbon"],
    [
      "that end when they begin",
      ["DTSTART:20261201T193000", "DTEND:20261201T193000"],
      "2026-12-01T19:30",
      "2026-12-01T21:30",
      "Europe/Lisbon",
    ],
    ["of a whole day", ["DTSTART;VALUE=DATE:20261201"], "2026-12-01T09:00", "2026-12-01T18:00", "Europe/Lisbon"],
    [
      "of whole days, of which the last is not one",
      ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261204"],
      "2026-12-01T09:00",
      "2026-12-03T18:00",
      "Europe/Lisbon",
    ],
    [
      "of a day that forgot to say so",
      ["DTSTART:20261201", "DTEND:20261202"],
      "2026-12-01T09:00",
      "2026-12-01T18:00",
      "Europe/Lisbon",
    ],
    [
      "of a day that ends on itself",
      ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261201"],
      "2026-12-01T09:00",
      "2026-12-01T18:00",
      "Europe/Lisbon",
    ],
    [
      "for days, as a duration",
      ["DTSTART;VALUE=DATE:20261201", "DURATION:P2D"],
      "2026-12-01T09:00",
      "2026-12-02T18:00",
      "Europe/Lisbon",
    ],
    [
      "that the clocks skip",
      ["DTSTART;TZID=Europe/Berlin:20260329T023000", "DURATION:PT1H"],
      "2026-03-29T03:30",
      "2026-03-29T04:30",
      "Europe/Berlin",
    ],
  ])("%s", async (_, lines, startsAt, endsAt, timeZone) => {
    expect(await forms(one(...lines))).toMatchObject([{ startsAt, endsAt, timeZone }]);
  });

  it("follow the calendar's own zone where it names one", async () => {
    const text = one("DTSTART:20260701T180000Z").replace("VERSION:2.0", "VERSION:2.0\r\nX-WR-TIMEZONE:Asia/Tokyo");
    expect(await forms(text)).toMatchObject([{ startsAt: "2026-07-02T03:00", timeZone: "Asia/Tokyo" }]);
  });
});

describe("zones", () => {
  const zone = (tzid: string, ...rules: string[]) =>
    one(`DTSTART;TZID=${tzid}:20260701T193000`).replace(
      "BEGIN:VEVENT",
      ["BEGIN:VTIMEZONE", `TZID:${tzid.replaceAll('"', "")}`, ...rules, "END:VTIMEZONE", "BEGIN:VEVENT"].join("\r\n"),
    );
  const rule = (kind: string, to: string, month: number) => [
    `BEGIN:${kind}`,
    `DTSTART:19700101T020000`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=1SU`,
    "TZOFFSETFROM:+0000",
    `TZOFFSETTO:${to}`,
    `END:${kind}`,
  ];

  it.each([
    ["Windows", "W. Europe Standard Time", [], "Europe/Berlin"],
    ["Mozilla", "/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", [], "America/Argentina/Buenos_Aires"],
    ["an old name", "US/Pacific", [], "America/Los_Angeles"],
    ["its location", "Customized 1", ["X-LIC-LOCATION:Asia/Kolkata", ...rule("STANDARD", "+0530", 1)], "Asia/Kolkata"],
    [
      "its offsets",
      "Customized 2",
      [...rule("STANDARD", "-0500", 11), ...rule("DAYLIGHT", "-0400", 3)],
      "America/New_York",
    ],
    [
      "its offsets in the south",
      "Customized 3",
      [...rule("STANDARD", "+1000", 4), ...rule("DAYLIGHT", "+1100", 10)],
      "Australia/Sydney",
    ],
    ["an offset without clock changes", "Customized 4", rule("STANDARD", "+0545", 1), "Asia/Kathmandu"],
  ])("are known by %s", async (_, tzid, rules, timeZone) => {
    const found = await readTextOrThrow(zone(tzid, ...rules));
    expect(found.events).toMatchObject([{ form: { timeZone, startsAt: "2026-07-01T19:30" } }]);
    expect(found.problems.length).toBe(
      tzid.startsWith("Customized") && !rules.includes("X-LIC-LOCATION:Asia/Kolkata") ? 1 : 0,
    );
  });

  it("that nobody knows are asked about, and refused until then", async () => {
    const text = zone("Home");
    const asked = await readTextOrThrow(text);
    expect(asked.questions.zones).toEqual(["Home"]);
    expect(asked.problems).toMatchObject([{ kind: "refused", column: "TZID", value: "Home", rows: [9] }]);
    expect(await forms(text, { zones: { Home: "Asia/Tokyo" } })).toMatchObject([{ timeZone: "Asia/Tokyo" }]);
  });
});

describe("series", () => {
  const weekly = (...lines: string[]) => one("DTSTART;TZID=Europe/Lisbon:20261001T193000", "DURATION:PT2H", ...lines);

  it("become one draft for each date, at the same time of day across a clock change", async () => {
    expect(await starts(weekly("RRULE:FREQ=WEEKLY;COUNT=5"))).toEqual([
      "2026-10-01T19:30",
      "2026-10-08T19:30",
      "2026-10-15T19:30",
      "2026-10-22T19:30",
      "2026-10-29T19:30",
    ]);
  });

  it("leave out exceptions, in whichever clocks they are given, and add dates", async () => {
    const lines = [
      "RRULE:FREQ=WEEKLY;COUNT=4",
      "EXDATE;TZID=Europe/Berlin:20261008T203000",
      "EXDATE:20261015T183000Z",
      "EXDATE;VALUE=DATE:20261022",
      "RDATE;TZID=Europe/Lisbon:20261224T200000,20261231T200000",
    ];
    expect(await starts(weekly(...lines))).toEqual(["2026-10-01T19:30", "2026-12-24T20:00", "2026-12-31T20:00"]);
  });

  it("end on the day they say, with its evening", async () => {
    expect(await starts(weekly("RRULE:FREQ=WEEKLY;UNTIL=20261015"))).toHaveLength(3);
    expect(await starts(weekly("RRULE:FREQ=WEEKLY;UNTIL=20261015T183000Z"))).toHaveLength(3);
    expect(await starts(weekly("RRULE:FREQ=WEEKLY;UNTIL=20261015T182959Z"))).toHaveLength(2);
  });

  it("give way to the events that stand for one of their dates", async () => {
    const master = [
      "UID:1",
      "SUMMARY:Weekly",
      "DTSTART;TZID=Europe/Lisbon:20261001T193000",
      "RRULE:FREQ=WEEKLY;COUNT=3",
    ];
    const moved = [
      "UID:1",
      "SUMMARY:Moved",
      "RECURRENCE-ID;TZID=Europe/Lisbon:20261008T193000",
      "DTSTART;TZID=Europe/Lisbon:20261009T200000",
    ];
    const cancelled = [
      "UID:1",
      "SUMMARY:Off",
      "STATUS:CANCELLED",
      "RECURRENCE-ID;TZID=Europe/Lisbon:20261015T193000",
      "DTSTART;TZID=Europe/Lisbon:20261015T193000",
    ];
    const found = await readTextOrThrow(buildCalendar(master, moved, cancelled));
    expect(found.events.map(({ form }) => `${form.name} ${form.startsAt}`)).toEqual([
      "Weekly 2026-10-01T19:30",
      "Moved 2026-10-09T20:00",
    ]);
    expect(found.problems).toMatchObject([{ kind: "left-out", column: "STATUS" }]);
    // The moved one is the same event as the date it stands for was before.
    const [, second] = (await readTextOrThrow(buildCalendar(master))).events;
    expect(found.events[1]?.key).toBe(second?.key);
  });

  it("without an end are cut at a stated number", async () => {
    const found = await readTextOrThrow(weekly("RRULE:FREQ=DAILY"));
    expect(found.events).toHaveLength(100);
    expect(found.problems).toMatchObject([
      { kind: "changed", column: "RRULE", reason: expect.stringContaining("100 times") },
    ]);
  });

  it("begin with their next date where what is over is left out", async () => {
    const old = one("DTSTART;TZID=Europe/Lisbon:20100104T193000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY");
    const [next, ...others] = await starts(old, { skipPast: true }, new Date("2026-11-23T20:00:00Z"));
    // It has begun, and is not over.
    expect([next, others.length]).toEqual(["2026-11-23T19:30", 99]);
    const ended = await readTextOrThrow(old.replace("WEEKLY", "WEEKLY;COUNT=5"), { skipPast: true });
    expect(ended.events).toEqual([]);
    expect(ended.problems).toMatchObject([{ kind: "left-out", reason: "This event is over." }]);
  });

  it("of a large calendar each get their first dates", async () => {
    const series = (index: number) => [
      `UID:${index}`,
      `SUMMARY:Series ${index}`,
      "DTSTART:20261001T193000",
      "RRULE:FREQ=DAILY",
    ];
    // Few enough to be far from the time that reading may take, on a busy machine, too.
    const found = await readTextOrThrow(buildCalendar(...Array.from({ length: 150 }, (_, index) => series(index))));
    expect(new Set(found.events.map(({ row }) => row)).size).toBe(150);
    expect(found.events).toHaveLength(150 * 13);
  });

  it.each([
    ["every second", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31"],
    ["on a day that never comes", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"],
    ["on a day that comes in no year", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=20"],
    ["in a month there is not", "RRULE:FREQ=MONTHLY;BYMONTH=13"],
    ["in words", "RRULE:whenever"],
    ["with huge numbers", "RRULE:FREQ=DAILY;INTERVAL=99999999999;COUNT=99999999999"],
    ["with a negative step", "RRULE:FREQ=DAILY;INTERVAL=-1"],
    ["without a frequency", "RRULE:COUNT=3"],
  ])("repeated %s are still imported once, and soon", async (_, rule) => {
    const began = performance.now();
    const found = await readTextOrThrow(weekly(rule));
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(found.events[0]?.form.startsAt).toBe("2026-10-01T19:30");
  });
});

describe("broken calendars", () => {
  it("lose the broken event only, and say its line and why", async () => {
    const text = buildCalendar(
      ["UID:1", "SUMMARY:One", "DTSTART:20261201T193000"],
      ["UID:2", "SUMMARY:Two", "DTSTART:20261341T193000"],
      ["UID:3", "this line is nothing", "SUMMARY:Three", "DTSTART:20261203T193000"],
      ["UID:4", "DTSTART:20261204T193000"],
      ["UID:5", "SUMMARY:Five"],
    );
    const found = await readTextOrThrow(text);
    expect(found.events.map(({ form }) => form.name)).toEqual(["One", "Three"]);
    expect(found.counts).toEqual({ found: 5, refused: 3, duplicates: 0, leftOut: 0 });
    expect(found.problems.map(({ kind, rows, column }) => [kind, rows[0], column])).toEqual([
      ["refused", 11, "DTSTART"],
      ["refused", 19, "SUMMARY"],
      ["refused", 23, "DTSTART"],
      ["changed", 15, ""],
    ]);
  });

  it.each([
    ["cut off", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:One\nDTSTART:20261201T193000\nDESCR"],
    ["never closed", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:One\nDTSTART:20261201T193000\nEND:VCALENDAR\n"],
    [
      "in any case",
      "begin:vcalendar\nbegin:vevent\nuid:1\nsummary:One\ndtstart:20261201T193000\nend:vevent\nend:vcalendar",
    ],
    [
      "folded in odd places",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID\n :1\nSUMMA\n RY\n :O\n ne\nDTSTART\n\t:20261201T19\n 3000\nEND:VEVENT\nEND:VCALENDAR\n",
    ],
    [
      "with an alarm inside",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:One\nBEGIN:VALARM\nSUMMARY:Alarm\nDTSTART:20200101T000000\nEND:VALARM\nDTSTART:20261201T193000\nEND:VEVENT\nEND:VCALENDAR\n",
    ],
    [
      "with a byte order mark",
      "\uFEFFBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:One\r\nDTSTART:20261201T193000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
  ])("%s", async (_, text) => {
    expect(await forms(text)).toMatchObject([{ name: "One", startsAt: "2026-12-01T19:30" }]);
  });

  it("without an event are refused in words", async () => {
    const text = "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Sleep\nEND:VTODO\nEND:VCALENDAR\n";
    expect(await readText(text)).toMatchObject({ ok: false, code: "NO_EVENTS" });
  });
});

describe("what an event says", () => {
  it("becomes the draft's text, place, category and link", async () => {
    const text = one(
      "DTSTART:20261201T193000",
      "DESCRIPTION:Doors at seven.\\nShow at eight\\; bring friends\\, please.",
      "LOCATION:Village Underground\\, Av. da Índia 52\\, 1300-299 Lisboa\\, Portugal",
      "CATEGORIES:Concert,Night",
      "URL:https://example.com/show",
    );
    expect(await forms(text)).toMatchObject([
      {
        description: "Doors at seven.  \nShow at eight; bring friends, please.\n\nWebsite: <https://example.com/show>",
        venue: "Village Underground",
        country: "PT",
        category: "music",
      },
    ]);
  });

  it("as HTML becomes Markdown", async () => {
    const html =
      '<p>Doors at <b>seven</b>.</p><ul><li>One</li><li>Two &amp; more</li></ul><a href="https://example.com/a">Tickets</a><script>alert(1)</script>';
    expect(await forms(one("DTSTART:20261201T193000", `X-ALT-DESC;FMTTYPE=text/html:${html}`))).toMatchObject([
      { description: "Doors at **seven**.\n\n- One\n- Two & more\n\n[Tickets](https://example.com/a)" },
    ]);
  });

  it("twice is one draft; two events that share a UID are two", async () => {
    const first = ["UID:1", "SUMMARY:One", "DTSTART:20261201T193000"];
    const other = ["UID:1", "SUMMARY:Other", "DTSTART:20261202T193000"];
    const found = await readTextOrThrow(buildCalendar(first, first, other));
    expect(found.events.map(({ form }) => form.name)).toEqual(["One", "Other"]);
    expect(found.problems).toMatchObject([{ kind: "duplicate", rows: [8] }]);
  });

  it("is known by its UID when it moves", async () => {
    const [before] = (await readTextOrThrow(one("DTSTART:20261201T193000"))).events;
    const [after] = (await readTextOrThrow(one("DTSTART:20261208T193000"))).events;
    expect(after?.key).toBe(before?.key);
  });
});

describe("a calendar whose zone nobody knows", () => {
  const text = (name: string) =>
    buildCalendar(
      ["UID:1", "SUMMARY:Clock alone", "DTSTART:20270715T190000"],
      ["UID:2", "SUMMARY:Instant", "DTSTART:20270715T190000Z"],
      ["UID:3", "SUMMARY:Day", "DTSTART;VALUE=DATE:20270715"],
    ).replace("VERSION:2.0", `VERSION:2.0\r\nX-WR-TIMEZONE:${name}`);

  it.each(["EST", "Etc/GMT+5", "Our own time"])("%s is asked about, for times that depend on it", async (name) => {
    const { events, questions, problems } = await readTextOrThrow(text(name));
    expect(events.map(({ form }) => form.name)).toEqual(["Instant", "Day"]);
    expect(questions.zones).toEqual([name]);
    expect(problems).toMatchObject([{ kind: "refused", column: "X-WR-TIMEZONE", value: name }]);
  });

  it("is the one that was chosen for it", async () => {
    const [clock] = await forms(text("EST"), { zones: { EST: "America/New_York" } });
    expect(clock).toMatchObject({ startsAt: "2027-07-15T19:00", timeZone: "America/New_York" });
  });
});

it("a day alone among added dates has the time of the series", async () => {
  const text = one(
    "DTSTART;TZID=Europe/Berlin:20270104T190000",
    "DTEND;TZID=Europe/Berlin:20270104T210000",
    "RDATE;VALUE=DATE:20270108",
  );
  const { events, problems } = await readTextOrThrow(text);
  expect(events.map(({ form }) => [form.startsAt, form.endsAt])).toEqual([
    ["2027-01-04T19:00", "2027-01-04T21:00"],
    ["2027-01-08T19:00", "2027-01-08T21:00"],
  ]);
  expect(problems).toEqual([]);
});

it("says that a changed date does not repeat by a rule of its own", async () => {
  const text = buildCalendar(
    ["UID:1", "SUMMARY:One", "DTSTART:20270104T190000Z", "RRULE:FREQ=WEEKLY;COUNT=2"],
    ["UID:1", "SUMMARY:Two", "RECURRENCE-ID:20270111T190000Z", "DTSTART:20270111T200000Z", "RRULE:FREQ=DAILY;COUNT=3"],
  );
  const { events, problems } = await readTextOrThrow(text);
  expect(events).toHaveLength(2);
  expect(problems).toMatchObject([{ column: "RRULE", value: "FREQ=DAILY;COUNT=3" }]);
});

it("a change for all later dates may make whole days of them", async () => {
  const text = buildCalendar(
    ["UID:1", "SUMMARY:One", "DTSTART:20270104T190000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"],
    ["UID:1", "SUMMARY:Two", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270111T190000Z", "DTSTART;VALUE=DATE:20270112"],
  );
  const { events } = await readTextOrThrow(text);
  expect(events.map(({ form, isAllDay }) => [form.startsAt.slice(0, 10), isAllDay]).sort()).toEqual([
    ["2027-01-04", false],
    ["2027-01-12", true],
    ["2027-01-19", true],
  ]);
});
