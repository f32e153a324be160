import { z } from "zod";
import { openQuestions } from "@/texts/import";
import { encodingSchema } from "./encodings";

const count = z.number();

/** A currency sign or word that may not mean the default currency. */
const currencyQuestionSchema = z.object({
  mark: z.string(),
  rows: count,
  /** The possible currencies, the likeliest first. */
  codes: z.array(z.string()),
  chosen: z.string().nullable(),
});

/** Places whose zone or currency differs from the default. */
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

/** The questions about a file, each once for all rows. Answered ones stay, so that answers can be changed. */
export const questionsSchema = z.object({
  /** The encoding of a file that is not Unicode. */
  encoding: encodingQuestionSchema.nullable(),
  /** Examples of dates whose order of day and month is unclear. */
  dateOrder: z.array(z.string()),
  /** Ambiguous or unknown zone names without an answer. */
  zones: z.array(z.string()),
  /** The number of rows by zone name, answered or not. */
  zoneRows: z.record(z.string(), count),
  /** Ambiguous prices such as 12.345 without an answer. */
  amounts: z.array(z.string()),
  currencies: z.array(currencyQuestionSchema),
  placeZones: placeQuestionSchema.nullable(),
  placeCurrencies: placeQuestionSchema.nullable(),
});

export type QuestionList = z.infer<typeof questionsSchema>;
export type EncodingQuestion = z.infer<typeof encodingQuestionSchema>;

const MAX_EXAMPLES = 3;
/** Limits the questions about a file of nonsense. */
const MAX_QUESTIONS = 50;

type PlaceQuestion = { rows: number; examples: Set<string> };

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

/** The first open question that blocks the import: a wrong guess could not be noticed in the drafts. */
export function findOpenQuestion(questions: QuestionList): { code: string; message: string } | null {
  if (questions.encoding?.isConfirmed === false) return { code: "ENCODING", message: openQuestions.encoding };
  if (questions.dateOrder.length > 0) return { code: "DATE_ORDER", message: openQuestions.dateOrder };
  const [amount] = questions.amounts;
  if (amount !== undefined) return { code: "AMOUNTS", message: openQuestions.amount(amount) };
  const mark = questions.currencies.find(({ chosen }) => chosen === null)?.mark;
  return mark === undefined ? null : { code: "CURRENCY", message: openQuestions.currency(mark) };
}
