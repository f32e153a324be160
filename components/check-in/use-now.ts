"use client";

import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** The time to the minute; null until the page runs, as the server's is another. */
export function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
