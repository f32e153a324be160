import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, on every machine in use. */
const TICKS_PER_SECOND = 100;

/** From the third on: the name, the second, may hold spaces and brackets; it ends at the last bracket. */
function readStatFields(pid: number | string): number[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
}

/** The processor time that a process has taken so far. */
export function cpuSecondsOf(pid: number): number {
  const [user = 0, system = 0] = readStatFields(pid).slice(11);
  return (user + system) / TICKS_PER_SECOND;
}

/** That of a process and of its children, those that have ended among them. */
export function cpuSecondsWithChildren(pid: number): number {
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = readStatFields(pid).slice(11);
  let seconds = (user + system + endedUser + endedSystem) / TICKS_PER_SECOND;
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readStatFields(entry);
      if (fields[1] === pid) seconds += ((fields[11] ?? 0) + (fields[12] ?? 0)) / TICKS_PER_SECOND;
    } catch {
      // It has ended since the list was made.
    }
  }
  return seconds;
}
