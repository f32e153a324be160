/** `count` tasks wait here for each other, so that they continue at the same time. */
export function createBarrier(count: number): () => Promise<void> {
  let arrived = 0;
  let open = () => {};
  const everybody = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === count) open();
    return everybody;
  };
}
