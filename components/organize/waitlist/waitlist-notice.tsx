"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";

export type NoticeContent = { tone: "positive" | "danger"; text: string };

const NoticeContext = createContext<(notice: NoticeContent | null) => void>(() => {});

/** Shows results above the list: the row that an action started from may be gone. */
export function WaitlistNotice({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice) box.current?.focus();
  }, [notice]);
  return (
    <NoticeContext value={setNotice}>
      <div ref={box} tabIndex={-1} className="mb-6 outline-none empty:hidden">
        {notice ? <Alert tone={notice.tone}>{notice.text}</Alert> : null}
      </div>
      {children}
    </NoticeContext>
  );
}

export const useSetNotice = () => useContext(NoticeContext);
