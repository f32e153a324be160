/** Whole numbers below a bound. */
type Random = (below: number) => number;

const hostileLines = [
  "RRULE:FREQ=SECONDLY;BYDAY=5MO;BYMONTH=2",
  "RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2,4,6",
  "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=-53SU",
  "RRULE:FREQ=MONTHLY;BYSETPOS=-400;BYDAY=MO,TU",
  "RRULE:FREQ=MINUTELY;INTERVAL=0;COUNT=-7",
  "RRULE:FREQ=HOURLY;UNTIL=99991231T235959Z",
  "EXDATE:20040101,garbage,,20041399T999999Z",
  'DTSTART;TZID="unclosed:20040101T000000',
  "DTEND;VALUE=DATE:00000000",
  "DURATION:-P9999999999W",
  "BEGIN:VEVENT",
  "END:VCALENDAR",
  "BEGIN:VTIMEZONE",
  `SUMMARY:${"((((((((((<a><b>&#9999999;".repeat(40)}`,
  `DESCRIPTION:<p ${"<".repeat(400)}${"&amp;".repeat(200)}`,
  '"',
  "\uFEFF\u2028\u0007",
];

/** Corrupts a file in one or a few ways, as disks, networks, editors and attackers do. */
export function fuzzFile(original: Uint8Array, random: Random): Uint8Array {
  let bytes: Buffer = Buffer.from(original);
  for (let times = 1 + random(4); times > 0; times -= 1) bytes = applyMutation(bytes, random);
  return bytes;
}

function applyMutation(bytes: Buffer, random: Random): Buffer {
  const kind = random(10);
  if (kind === 0) {
    const flipped = Buffer.from(bytes);
    for (let count = 1 + random(8); count > 0 && flipped.length > 0; count -= 1)
      flipped[random(flipped.length)] = random(256);
    return flipped;
  }
  if (kind === 1) return bytes.subarray(0, random(bytes.length + 1));
  const lines = bytes.toString("latin1").split("\n");
  const at = random(lines.length);
  const other = random(lines.length);
  const line = lines[at] ?? "";
  const [name = "", ...value] = line.split(":");
  const change: Record<number, () => void> = {
    2: () => lines.splice(at, 1 + random(3)),
    3: () => lines.splice(at, 0, ...Array.from({ length: 1 + random(20) }, () => line)),
    4: () => lines.splice(at, 1, line.replace(/\d+/, "9".repeat(1 + random(30)))),
    5: () => lines.splice(at, 1, `${name}:${(lines[other] ?? "").split(":").slice(1).join(":")}`),
    6: () => lines.splice(at, 1, `${(lines[other] ?? "").split(":")[0]}:${value.join(":")}`),
    7: () => lines.splice(at, 0, hostileLines[random(hostileLines.length)] ?? ""),
    8: () => lines.splice(at, 1, line.replace(/[,;:=]/, [",", ";", ":", "=", '"', "\0", "\r", "\t"][random(8)] ?? "")),
    9: () => lines.splice(at, 1, line.repeat(1 + random(50))),
  };
  change[kind]?.();
  return Buffer.from(lines.join("\n"), "latin1");
}
