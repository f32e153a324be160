import type { Servers } from "./servers";
import type { Side } from "./side";

/** The results of one round on one side, by the names of `Comparison.values`. */
export type RoundResult = {
  values: Record<string, number>;
  /** Requests that were answered as they should be: processor time is reported per request. */
  answered: number;
  /** Other answers. */
  failed: number;
};

export type Contender = {
  /** The processes of the application, whose processor time counts. */
  pids: number[];
  round(): Promise<RoundResult>;
  close(): Promise<void> | void;
};

/** How a bench is run on two commits in turn, or by itself on one. */
export type Comparison = {
  name: string;
  /** What a request asks for, "a booking" unless it says otherwise. */
  answer?: string;
  /** In print order, with the bound of this commit's value relative to the other's. */
  values: Record<string, { name: string; unit: string; bar?: { atLeast: number } | { atMost: number } }>;
  /** One contender for each side; the last side is the one that it is measured against. */
  open(sides: Side[], servers: Servers): Promise<Contender[]>;
};
