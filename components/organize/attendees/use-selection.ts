import { useRef, useState } from "react";

/** Which rows of a page are selected. A range covers all rows between the last toggled one and this one. */
export function useSelection(ids: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const selected = ids.filter((id) => chosen.has(id));

  function toggle(id: string, on: boolean, isRange: boolean) {
    const from = isRange && last.current !== null ? ids.indexOf(last.current) : -1;
    const to = ids.indexOf(id);
    const touched = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    last.current = id;
    setChosen((before) => {
      const after = new Set(before);
      for (const one of touched) {
        if (on) after.add(one);
        else after.delete(one);
      }
      return after;
    });
  }

  return {
    selected,
    has: (id: string) => chosen.has(id),
    toggle,
    all: selected.length === ids.length && ids.length > 0,
    setAll: (on: boolean) => setChosen(new Set(on ? ids : [])),
  };
}
