import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { perProcess } from "./per-process";

/** By when something has to be answered, by the clock of `performance.now()`. */
export type Deadline = number;

/** What a request may take. */
const REQUEST_TIMEOUT_MS = 5_000;

type Arrival = { at: number };
const arrivals = perProcess("arrivals", () => new AsyncLocalStorage<Arrival>());

/**
 * Has Node note when each request arrives: before it is worked on, which in a rush is not the same. One whose body comes
 * slowly has arrived when the last of it has.
 */
export function trackRequestArrivals() {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const arrival = { at: performance.now() };
    setImmediate(() => {
      if (request.complete) return;
      request.once("end", () => {
        arrival.at = performance.now();
      });
    });
    arrivals.enterWith(arrival);
  });
}

export const deadlineIn = (milliseconds = REQUEST_TIMEOUT_MS): Deadline => performance.now() + milliseconds;

/** The deadline of the request that is being answered; from now on where its arrival was not noted. */
export const requestDeadline = (): Deadline => (arrivals.getStore()?.at ?? performance.now()) + REQUEST_TIMEOUT_MS;

/** What `work` answers, or `late()` once the deadline has passed; the work itself goes on. */
export function raceDeadline<T, Late>(deadline: Deadline, work: Promise<T>, late: () => Late): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const pass = () => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    };
    const timer = setTimeout(pass, Math.max(1, deadline - performance.now()));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export class DeadlineExceededError extends Error {}

/** What `work` answers, or a `DeadlineExceededError` when it takes longer; the work itself goes on. */
export function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return raceDeadline(deadlineIn(milliseconds), work, () => {
    throw new DeadlineExceededError(`no answer in ${milliseconds} ms`);
  });
}
