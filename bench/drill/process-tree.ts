import { execFileSync } from "node:child_process";

/** A process with all that it started, and what those started. */
function findProcessTree(root: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).trim().split("\n");
  const running = rows.map((row) => row.trim().split(/\s+/)).filter(([, , state]) => !state?.startsWith("Z"));
  const tree = running.map(([pid]) => Number(pid)).filter((pid) => pid === root);
  // Grows while it is read: children of children are found, too.
  for (const member of tree) {
    tree.push(...running.filter(([, parent]) => Number(parent) === member).map(([pid]) => Number(pid)));
  }
  return tree;
}

function sendSignal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Stops all of them where they are, parents first, until no new one has appeared meanwhile. */
export function freezeTree(root: number): number[] {
  const frozen = new Set<number>();
  for (;;) {
    const found = findProcessTree(root).filter((pid) => !frozen.has(pid));
    if (found.length === 0) return [...frozen];
    for (const pid of found) {
      sendSignal(pid, "SIGSTOP");
      frozen.add(pid);
    }
  }
}

export function thawTree(root: number) {
  for (const pid of findProcessTree(root).reverse()) sendSignal(pid, "SIGCONT");
}

/** Kills all of them at one moment, as a power cut does: frozen first, so that none starts or outlives another. */
export function killTree(root: number) {
  for (const pid of freezeTree(root)) sendSignal(pid, "SIGKILL");
}
