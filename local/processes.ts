import { execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";

/** A process and the moment it began, so that a reused pid is not mistaken for it. */
export type ProcessMark = { pid: number; began: string };

export type Child = { name: string; mark: ProcessMark; exited: Promise<number | null> };

function startTimeOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The second field is the command in brackets and may hold spaces; the state comes right after it.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? null : (fields[19] ?? null);
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

export function markOf(pid: number): ProcessMark {
  return { pid, began: startTimeOf(pid) ?? "" };
}

export function isRunning(mark: ProcessMark): boolean {
  return mark.began !== "" && startTimeOf(mark.pid) === mark.began;
}

/** Starts a process as the leader of its own group, so that only its owner passes Ctrl-C on to it. */
export function startChild(
  name: string,
  command: string,
  args: string[],
  options: Pick<SpawnOptions, "env" | "uid" | "gid" | "cwd"> & { log?: string },
): Child {
  const log = options.log === undefined ? null : openSync(options.log, "a");
  const child = spawn(command, args, {
    ...options,
    detached: true,
    stdio: log === null ? ["ignore", "inherit", "inherit"] : ["ignore", log, log],
  });
  if (log !== null) closeSync(log);
  const exited = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.once("error", () => resolve(null));
  });
  return { name, exited, mark: child.pid ? markOf(child.pid) : { pid: 0, began: "" } };
}

function signalGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal);
  } catch {
    // No process of that group is left.
  }
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type StopOptions = { milliseconds?: number; until?: AbortSignal; onForce?: () => void };

/**
 * Asks a process group to end, and ends it by force if it has not after so many milliseconds, or when `until` aborts.
 */
export async function stopProcess(
  mark: ProcessMark,
  signal: NodeJS.Signals = "SIGTERM",
  { milliseconds = 5_000, until, onForce }: StopOptions = {},
): Promise<void> {
  // It never began, or ended before this check.
  if (mark.began === "") return;
  const began = startTimeOf(mark.pid);
  // Another process has the pid by now. While a group has members its number is not reused.
  if (began !== null && began !== mark.began) return;
  signalGroup(mark.pid, signal);
  const deadline = Date.now() + milliseconds;
  while (isRunning(mark) && Date.now() < deadline && !until?.aborted) await sleep(20);
  if (isRunning(mark)) onForce?.();
  // Also when the leader is gone: workers it left behind belong to the same group.
  signalGroup(mark.pid, "SIGKILL");
  while (isRunning(mark)) await sleep(20);
}
