"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";

export type NoticeContent = { tone: "positive" | "danger"; text: string };

const NoticeContext = createContext<(news: NoticeContent | null) => void>(() => {});

/** What was just done stands above the list: the row that it was done from may be gone. */
export function WaitlistNotice({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<NoticeContent | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (news) box.current?.focus();
  }, [news]);
  return (
    <NoticeContext value={setNews}>
      <div ref={box} tabIndex={-1} className="outline-none empty:hidden">
        {news ? <Alert tone={news.tone}>{news.text}</Alert> : null}
      </div>
      {children}
    </NoticeContext>
  );
}

export const useSetNotice = () => useContext(NoticeContext);
