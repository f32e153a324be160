/** What happened in one second of an on-sale, and how things stood at its end. */
export type TickStats = {
  /** From the opening. */
  at: number;
  /** People who opened the page. */
  joins: number;
  polls: number;
  /** Of those and the joins: what a process had to ask Redis for. */
  looks: number;
  /** Let in, and heard of it. */
  admissions: number;
  /** Decided by the engine, and how many of them hold seats. */
  reservations: number;
  holds: number;
  confirmations: number;
  /** Expired holds. */
  expiries: number;
  waiting: number;
  /** Reservations that wait for the engine. */
  queue: number;
  /** Seats held and confirmed. */
  taken: number;
};

export function emptyTick(at: number): TickStats {
  const counts = {
    joins: 0,
    polls: 0,
    looks: 0,
    admissions: 0,
    reservations: 0,
    holds: 0,
    confirmations: 0,
    expiries: 0,
  };
  return { at, ...counts, waiting: 0, queue: 0, taken: 0 };
}
