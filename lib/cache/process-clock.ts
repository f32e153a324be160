/** Milliseconds since the epoch on a clock that never goes back. `Date.now` may not be read while Next prerenders. */
export function processClock(): number {
  return performance.timeOrigin + performance.now();
}
