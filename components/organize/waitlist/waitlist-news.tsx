"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";

export type News = { tone: "positive" | "danger"; text: string };

const Told = createContext<(news: News | null) => void>(() => {});

/** What was just done stands above the list: the row that it was done from may be gone. */
export function WaitlistNews({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<News | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (news) box.current?.focus();
  }, [news]);
  return (
    <Told value={setNews}>
      <div ref={box} tabIndex={-1} className="outline-none empty:hidden">
        {news ? <Alert tone={news.tone}>{news.text}</Alert> : null}
      </div>
      {children}
    </Told>
  );
}

export const useNews = () => useContext(Told);
