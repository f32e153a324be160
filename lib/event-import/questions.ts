import { z } from "zod";
import { encodingSchema } from "./encodings";

const count = z.number();

/** A sign or word of a currency that is not that of the defaults, and what it is taken for; null: nobody can tell. */
const currencyQuestionSchema = z.object({
  mark: z.string(),
  rows: count,
  /** What it can mean, the likeliest first. */
  codes: z.array(z.string()),
  chosen: z.string().nullable(),
});

/** Places whose own zone or currency is not that of the defaults. */
const placeQuestionSchema = z.object({
  rows: count,
  /** "Boston, United States: America/New_York". */
  examples: z.array(z.string()),
});

const encodingQuestionSchema = z.object({
  chosen: encodingSchema,
  isConfirmed: z.boolean(),
  choices: z.array(z.object({ encoding: encodingSchema, label: z.string(), samples: z.array(z.string()) })),
});

/** What a file leaves open and its organizer knows, each once for all rows. What was answered stays, to be changed. */
export const questionsSchema = z.object({
  /** How the bytes of a file that is not Unicode are read. */
  encoding: encodingQuestionSchema.nullable(),
  /** Dates that could be read in two ways, and in which the file does not say. */
  dateOrder: z.array(z.string()),
  /** Names of zones that tell nothing, still open. */
  zones: z.array(z.string()),
  /** How many rows have each of them, answered or not. */
  zoneRows: z.record(z.string(), count),
  /** Prices such as 12.345, still open. */
  amounts: z.array(z.string()),
  currencies: z.array(currencyQuestionSchema),
  placeZones: placeQuestionSchema.nullable(),
  placeCurrencies: placeQuestionSchema.nullable(),
});

export type QuestionList = z.infer<typeof questionsSchema>;
export type EncodingQuestion = z.infer<typeof encodingQuestionSchema>;

const MAX_EXAMPLES = 3;
/** A file of nonsense is not to become a page of questions. */
const MAX_QUESTIONS = 50;

type PlaceQuestion = { rows: number; examples: Set<string> };

/** Collects what is asked while rows are read. */
export class QuestionCollector {
  readonly #zones = new Map<string, { rows: number; isOpen: boolean }>();
  readonly #currencies = new Map<string, QuestionList["currencies"][number]>();
  readonly #amounts = new Set<string>();
  readonly #places: Record<"zone" | "currency", PlaceQuestion> = {
    zone: { rows: 0, examples: new Set() },
    currency: { rows: 0, examples: new Set() },
  };

  zone(name: string, isOpen: boolean) {
    const known = this.#zones.get(name);
    if (known) known.rows += 1;
    else if (this.#zones.size < MAX_QUESTIONS) this.#zones.set(name, { rows: 1, isOpen });
  }

  currency(mark: string, codes: string[], chosen: string | null) {
    const known = this.#currencies.get(mark);
    if (known) known.rows += 1;
    else if (this.#currencies.size < MAX_QUESTIONS) this.#currencies.set(mark, { mark, rows: 1, codes, chosen });
  }

  amount(example: string) {
    if (this.#amounts.size < MAX_EXAMPLES) this.#amounts.add(example);
  }

  place(of: "zone" | "currency", example: string) {
    const asked = this.#places[of];
    asked.rows += 1;
    if (asked.examples.size < MAX_EXAMPLES) asked.examples.add(example);
  }

  list(dateOrder: string[] = []): QuestionList {
    const zones = [...this.#zones];
    const place = ({ rows, examples }: PlaceQuestion) => (rows > 0 ? { rows, examples: [...examples] } : null);
    return {
      encoding: null,
      dateOrder,
      zones: zones.filter(([, { isOpen }]) => isOpen).map(([name]) => name),
      zoneRows: Object.fromEntries(zones.map(([name, { rows }]) => [name, rows])),
      amounts: [...this.#amounts],
      currencies: [...this.#currencies.values()],
      placeZones: place(this.#places.zone),
      placeCurrencies: place(this.#places.currency),
    };
  }
}

/** The first question without whose answer nothing is imported: what would be wrong then cannot be seen later. */
export function findOpenQuestion(questions: QuestionList): { code: string; message: string } | null {
  if (questions.encoding?.isConfirmed === false)
    return { code: "ENCODING", message: "Say first how the letters of this file read." };
  if (questions.dateOrder.length > 0)
    return { code: "DATE_ORDER", message: "Say first what dates such as 03/04/2026 mean in this file." };
  if (questions.amounts.length > 0)
    return { code: "AMOUNTS", message: `Say first what ${questions.amounts[0]} means in this file.` };
  const mark = questions.currencies.find(({ chosen }) => chosen === null)?.mark;
  return mark === undefined
    ? null
    : { code: "CURRENCY", message: `Say first which currency ${mark} means in this file.` };
}
