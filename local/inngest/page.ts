import { escapeHtml } from "@/local/html";
import type { RunReport } from "./report";
import { cronEvent, type FunctionConfig, type Step } from "./types";

const listedRuns = { event: 200, clock: 15 };

const style = `
:root{color-scheme:light dark;--line:light-dark(#e3e3e0,#33363b);--muted:light-dark(#63656a,#9a9da3);--accent:light-dark(#3b4cca,#9aa6ff)}
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:68rem;padding:2rem 1rem;background:light-dark(#fbfbf9,#17181b);color:light-dark(#1c1d20,#ecedee)}
h1{font-size:1.4rem;margin:0 0 .25rem}h2{font-size:1rem;margin:2rem 0 .5rem}p{margin:.25rem 0;color:var(--muted)}a{color:var(--accent)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top;white-space:nowrap}td:last-child{white-space:normal;min-width:12rem}
th{font-weight:500;color:var(--muted)}pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font-size:13px}
.completed,.done{color:light-dark(#18794e,#4cc38a)}.failed{color:light-dark(#c62a2f,#ff8589)}.cancelled{color:var(--muted)}
form{margin-top:1.5rem}button{font:inherit;padding:.3rem .8rem;border:1px solid var(--line);border-radius:.4rem;background:none;color:inherit;cursor:pointer}
`;

const time = (at: number | undefined) =>
  at === undefined ? "" : new Date(at).toISOString().replace("T", " ").slice(0, 19);
const json = (value: unknown) =>
  value === undefined ? "" : `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;
const status = (name: string) => `<span class="${escapeHtml(name)}">${escapeHtml(name)}</span>`;

function errorLine(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) return "";
  return escapeHtml(String(error.message));
}

function table(heads: string[], rows: string[][]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function layout(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="3"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${content}</body></html>`;
}

function triggers({ triggers: list }: FunctionConfig): string {
  return list.map((trigger) => escapeHtml("cron" in trigger ? trigger.cron : trigger.event)).join("<br>");
}

function runTable(runs: RunReport[], none: string): string {
  if (runs.length === 0) return `<p>${none}</p>`;
  const rows = runs.map((run) => [
    `<a href="/runs/${run.id}">${escapeHtml(run.functionId)}</a>`,
    status(run.status),
    escapeHtml(run.event.name === cronEvent ? String(run.event.data.cron) : run.event.name),
    `${run.steps.filter((step) => step.seq !== undefined).length} of ${run.steps.length}`,
    time(run.createdAt),
    errorLine(run.error),
  ]);
  return table(["Function", "State", "Event", "Steps", "Began", "Error"], rows);
}

function functionTable(functions: FunctionConfig[]): string {
  if (functions.length === 0) return "<p>The app has not answered yet.</p>";
  const rows = functions.map((config) => [escapeHtml(config.id), triggers(config)]);
  return table(["Function", "Runs on"], rows);
}

/** The runs, newest first, and the functions the app has registered. */
export function runsPage(runs: RunReport[], functions: FunctionConfig[]): string {
  const active = runs.filter((run) => run.status === "active").length;
  const byClock = runs.filter((run) => run.event.name === cronEvent);
  const byEvent = runs.filter((run) => run.event.name !== cronEvent);
  return layout(
    "Local Inngest",
    `<h1>Local Inngest</h1><p>${runs.length} runs remembered, ${active} active. Times are UTC.</p>
<h2>Started by events</h2>${runTable(byEvent.slice(0, listedRuns.event), "No event has started a run yet.")}
<h2>Started by the clock</h2>${runTable(byClock.slice(0, listedRuns.clock), "No clock has struck yet.")}
<h2>Functions</h2>${functionTable(functions)}
<form method="post" action="/register"><p><button>Ask the app for its functions again</button></p></form>`,
  );
}

function stepRow(step: Step): string[] {
  const until = step.seq === undefined ? time(step.dueAt) : time(step.endedAt);
  return [escapeHtml(step.name), step.op, status(step.state), until, errorLine(step.error) || json(step.data)];
}

/** One run: its event, its steps, and its result. */
export function runPage(run: RunReport): string {
  const next =
    run.status === "active" && run.attempt > 0 ? `<p>Attempt ${run.attempt + 1} at ${time(run.dueAt)}.</p>` : "";
  return layout(
    run.functionId,
    `<p><a href="/">All runs</a></p><h1>${escapeHtml(run.functionId)}</h1>
<p>${status(run.status)}, began ${time(run.createdAt)}${run.endedAt ? `, ended ${time(run.endedAt)}` : ""}</p>${next}
<h2>Steps</h2>${run.steps.length ? table(["Step", "Kind", "State", "Ended or due", "Result"], run.steps.map(stepRow)) : "<p>None yet.</p>"}
${run.error === undefined ? "" : `<h2>Error</h2>${json(run.error)}`}
${run.output === undefined ? "" : `<h2>Result</h2>${json(run.output)}`}
<h2>Event</h2>${json(run.event)}`,
  );
}
