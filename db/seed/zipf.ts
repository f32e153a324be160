/** Turns a number from 0 to 1 into a rank below `size`, as words and cities are met: the first far more often than the last. */
export function zipf(size: number): (unit: number) => number {
  const upTo = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 1);
    upTo[rank] = sum;
  }
  return (unit) => {
    const wanted = unit * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
