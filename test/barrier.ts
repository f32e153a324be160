/** Where `count` tasks wait for each other, so that what they do next they do at the same time. */
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
