import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { perProcess } from "./per-process";

/** When a request must be answered, by `performance.now()`. */
export type Deadline = number;

/** Time per request. */
const REQUEST_TIMEOUT_MS = 5_000;

type Arrival = { at: number };
const arrivals = perProcess("arrivals", () => new AsyncLocalStorage<Arrival>());

/**
 * Records when each request arrives, which under load is well before it is handled. A request with a slow body has arrived
 * when its body is complete.
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

/** The deadline of the current request, counted from now where its arrival was not recorded. */
export const requestDeadline = (): Deadline => (arrivals.getStore()?.at ?? performance.now()) + REQUEST_TIMEOUT_MS;

/** The result of `work`, or of `late()` once the deadline has passed; the work itself continues. */
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

/** The result of `work`, or a `DeadlineExceededError` if it takes longer; the work itself continues. */
export function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return raceDeadline(deadlineIn(milliseconds), work, () => {
    throw new DeadlineExceededError(`no answer in ${milliseconds} ms`);
  });
}
