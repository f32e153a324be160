import { Cron } from "croner";
import { z } from "zod";
import { parseDurationMs } from "./duration";
import { compileCondition, compileKey } from "./expression";
import type { FunctionConfig } from "./types";

const concurrency = z.strictObject({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.literal("fn").optional(),
});

// Strict: an option this executor does not carry out must stop the registration and not be ignored in silence.
const functionConfig = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string().min(1), expression: z.string().optional() }),
      z.strictObject({ cron: z.string() }),
    ]),
  ),
  steps: z.object({
    step: z.object({ retries: z.object({ attempts: z.number().int().min(0).optional() }).optional() }),
  }),
  concurrency: z.union([z.number().int(), concurrency, z.array(concurrency)]).optional(),
  cancel: z
    .array(z.strictObject({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
  throttle: z
    .strictObject({
      limit: z.number().int().min(1),
      period: z.string(),
      burst: z.number().int().min(1).default(1),
      key: z.string().optional(),
    })
    .optional(),
  idempotency: z.string().optional(),
});

const registration = z.object({ appName: z.string(), functions: z.array(functionConfig) });
const defaultRetries = 3;

/** A schedule as the SDK sends it: UTC unless it begins with a zone, as in `TZ=Europe/Paris 0 9 * * *`. */
export function cronSchedule(source: string): Cron {
  const zoned = /^TZ=(\S+)\s+(.*)$/.exec(source);
  return new Cron(zoned?.[2] ?? source, { timezone: zoned?.[1] ?? "UTC" });
}

function normalizeConfig(source: z.infer<typeof functionConfig>): FunctionConfig {
  const { concurrency: limits = [], throttle } = source;
  const config: FunctionConfig = {
    id: source.id,
    name: source.name ?? source.id,
    triggers: source.triggers,
    retries: source.steps.step.retries?.attempts ?? defaultRetries,
    concurrency: [limits]
      .flat()
      .map((entry) => (typeof entry === "number" ? { limit: entry } : { limit: entry.limit, key: entry.key }))
      .filter(({ limit }) => limit > 0),
    cancel: (source.cancel ?? []).map(({ event, if: match, timeout }) => ({
      event,
      if: match,
      timeoutMs: timeout === undefined ? undefined : parseDurationMs(timeout),
    })),
    throttle: throttle && { ...throttle, periodMs: parseDurationMs(throttle.period) },
    idempotency: source.idempotency,
  };
  checkSources(config);
  return config;
}

function checkSources(config: FunctionConfig) {
  for (const trigger of config.triggers) {
    if ("cron" in trigger) cronSchedule(trigger.cron);
    else if (trigger.event.startsWith("inngest/") && trigger.event !== "inngest/function.failed")
      throw new Error(`the event "${trigger.event}" is never sent here`);
    else if (trigger.event.includes("*")) throw new Error(`the trigger "${trigger.event}" has a wildcard`);
    else if (trigger.expression) compileCondition(trigger.expression);
  }
  for (const { if: match } of config.cancel) if (match) compileCondition(match);
  for (const { key } of config.concurrency) if (key) compileKey(key);
  if (config.throttle?.key) compileKey(config.throttle.key);
  if (config.idempotency) compileKey(config.idempotency);
}

/** The functions of a registration, or what is wrong with the first one that cannot be carried out here. */
export function parseRegistration(
  body: unknown,
): { ok: true; functions: FunctionConfig[] } | { ok: false; message: string } {
  const parsed = registration.safeParse(body);
  if (!parsed.success) {
    return { ok: false, message: `The local Inngest does not support this:\n${z.prettifyError(parsed.error)}` };
  }
  const functions: FunctionConfig[] = [];
  for (const source of parsed.data.functions) {
    try {
      functions.push(normalizeConfig(source));
    } catch (error) {
      return { ok: false, message: `Function ${source.id}: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
  return { ok: true, functions };
}
