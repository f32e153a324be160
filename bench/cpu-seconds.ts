import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, on every machine in use. */
const TICKS_PER_SECOND = 100;

/** The processor time that a process has taken so far. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, the second field, may hold spaces and brackets; it ends at the last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
