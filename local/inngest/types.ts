/** The event of a run that a cron started. */
export const cronEvent = "inngest/scheduled.timer";

/** An event as functions receive it. */
export type InngestEvent = {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  user?: Record<string, unknown>;
  v?: string;
};

type StepState = "planned" | "sleeping" | "waiting" | "invoking" | "done" | "failed";

/** The state of one step, under the SDK's hash of it. */
export type Step = {
  id: string;
  op: string;
  name: string;
  state: StepState;
  attempt: number;
  /** When a planned step may be called, a sleep ends, or a wait times out. */
  dueAt?: number;
  waitFor?: { event: string; match?: string };
  data?: unknown;
  error?: unknown;
  /** Its place in the order of completion. */
  seq?: number;
  endedAt?: number;
};

type RunStatus = "active" | "completed" | "failed" | "cancelled";

export type Run = {
  id: string;
  functionId: string;
  event: InngestEvent;
  status: RunStatus;
  createdAt: number;
  /** When its first call may be made, which throttling can push back. */
  startsAt: number;
  /** When the function may be called next; retries push it back. */
  dueAt: number;
  attempt: number;
  /** The number of completed steps that the function's last call had; -1 before the first. */
  shown: number;
  endedAt?: number;
  output?: unknown;
  error?: unknown;
  /** The step of another run that waits for this one. */
  parent?: { runId: string; stepId: string };
};

type Concurrency = { limit: number; key?: string };

export type FunctionConfig = {
  id: string;
  name: string;
  triggers: ({ event: string; expression?: string } | { cron: string })[];
  retries: number;
  concurrency: Concurrency[];
  cancel: { event: string; if?: string; timeoutMs?: number }[];
  throttle?: { limit: number; periodMs: number; burst: number; key?: string };
  idempotency?: string;
};

/**
 * One line of the journal holds a list of these. Each replaces what was stored under the same key,
 * so that replaying a record twice changes nothing.
 */
export type JournalRecord =
  | { put: "seen"; key: string; at: number }
  | { put: "pending"; event: InngestEvent }
  | { put: "routed"; eventId: string }
  | { put: "run"; run: Run }
  | { put: "step"; runId: string; step: Step };
