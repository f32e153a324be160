import type { Piece } from "./read-source";

/** A word that the project no longer uses. CONTRIBUTING.md has the glossary. */
export interface Rule {
  name: string;
  /** Matched against comments, texts, and names split into words: `waitlistLine` is "waitlist Line". */
  pattern: RegExp;
  use: string;
  /** Where the word is looked for; everywhere by default. */
  kinds?: Piece["kind"][];
  /** Matches with another meaning, or names that are stored, sent or another program's, and the reason. */
  allowed?: { pattern: RegExp; files?: RegExp; because: string }[];
}

const names: Piece["kind"][] = ["name"];
const prose: Piece["kind"][] = ["comment", "text"];

const rules: Rule[] = [
  { name: "lapse", pattern: /\blaps(e|es|ed|ing)\b/i, use: "expire, expired" },
  { name: "owe", pattern: /\bow(e|es|ed|ing)\b/i, use: "reserved for the waitlist" },
  {
    name: "mend",
    pattern: /\bmend(s|ed|ing)?\b/i,
    use: "reconcile, repair",
    allowed: [{ pattern: /^(event|admin)\.counters-mended$/, files: /^texts\/en\/audit/, because: "audit actions" }],
  },
  {
    name: "recount",
    pattern: /\brecount(s|ed|ing)?\b/i,
    use: "audit",
    allowed: [{ pattern: /^admin\.inventory-recounted$/, files: /^texts\/en\/audit/, because: "an audit action" }],
  },
  { name: "desk", pattern: /\bdesks?\b/i, use: "organizer, dashboard" },
  {
    name: "words",
    pattern: /\w words$/i,
    use: "labels, messages, terms",
    kinds: names,
    allowed: [
      { pattern: /\bevent words$/i, because: "the table event_words, which searches read" },
      { pattern: /\b(and|folded|free|little|long|max|prefix|yes no) words$/i, because: "they are words" },
    ],
  },
  {
    name: "tell",
    pattern: /^tell\b|\btold\b/i,
    use: "format, notify, show",
    kinds: names,
    allowed: [
      { pattern: /^tell$/, files: /\/(event-)?import\//, because: "a field of the choices that a re-import sends" },
    ],
  },
  { name: "facts", pattern: /\bfacts?\b/i, use: "data, details, announcement" },
  {
    name: "figures",
    pattern: /\bfigures?\b/i,
    use: "stats, metrics, number",
    allowed: [{ pattern: /^figure$/, files: /\.tsx$/, because: "the HTML element" }],
  },
  { name: "few ids", pattern: /\bfew ids\b/i, use: "matching ids", kinds: names },
  {
    name: "line",
    pattern: /\bin line\b|\bthe line(’s)?( moves| is| was| has|'s)?[.,;:)]|\b(joins?|of|for|to) the line\b/i,
    use: "waitlist, queue",
    kinds: prose,
    allowed: [{ pattern: /^Correct the line,/, files: /^texts\/en\/import/, because: "a line of a file" }],
  },
  { name: "by hand", pattern: /\bby hand\b/i, use: "manually" },
  {
    name: "mail",
    // A mail server is called so everywhere.
    pattern: /\bmail(s|ed|ing)?\b(?! servers?\b)/i,
    use: "email",
    allowed: [
      { pattern: /^(send mail|parsed mail|mail from)$/i, because: "nodemailer, mailparser, SMTP and the environment" },
      { pattern: /^sends mail$/i, because: "a form's field" },
      { pattern: /^mailed$/, files: /^test\/upgrade\//, because: "a field of test/upgrade/31f4836/links.json" },
      { pattern: /^mail$/, files: /^(lib\/health|texts\/en\/admin)/, because: "a field of what /api/health answers" },
      {
        pattern: /^mail$/,
        files: /^(components\/organize\/attendees|texts\/en\/attendees)/,
        because: "a column in the URLs of attendee lists",
      },
      { pattern: /^Mail( Check| Warning)?$/, files: /\.tsx$/, because: "icons of lucide-react" },
      {
        pattern: /^(booking\.mail-resent|admin\.mail-retried)$/,
        files: /^texts\/en\/audit/,
        because: "audit actions",
      },
    ],
  },
  { name: "whoever", pattern: /\bwho(m|so)?ever\b/i, use: "the noun: the visitor, the request", kinds: prose },
  { name: "somebody", pattern: /\b(somebody|everybody)\b/i, use: "someone, people, attendees", kinds: ["text"] },
  { name: "come free", pattern: /\b(come|comes|came) free\b/i, use: "becomes available, is freed", kinds: prose },
  { name: "run out", pattern: /\b(ran|run|runs|running) out\b/i, use: "expire, expired" },
  { name: "box office", pattern: /\bbox office\b/i, use: "what it is: the services, the fixture", kinds: names },
  { name: "stand-ins", pattern: /\bstand ins?\b/i, use: "local services", kinds: names },
  { name: "world", pattern: /^world$/i, use: "context, fixture", kinds: names },
];

/** `waitlistLine`, `MAX_LINE` or `waitlist-line` as words. */
const splitName = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3 $2")
    .replace(/[_$-]+/g, " ")
    .trim();

/** The rules that a name, a comment or a text of a file breaks. */
export function brokenRules({ kind, text }: Piece, file: string): Rule[] {
  const words = kind === "name" ? splitName(text) : text.replace(/\s+(\*\s+)?/g, " ");
  return rules.filter(
    ({ pattern, kinds, allowed }) =>
      (!kinds || kinds.includes(kind)) &&
      pattern.test(words) &&
      !allowed?.some((exception) => exception.pattern.test(words) && (exception.files?.test(file) ?? true)),
  );
}
