"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { TabLink } from "@/components/ui/tab-links";
import { commandPalette } from "@/texts/organizer";

const PaletteList = dynamic(() => import("./palette-list").then(({ PaletteList }) => PaletteList), { ssr: false });

/** Opened with ⌘K or Ctrl K: finds events, attendees and pages. Its list is loaded when first opened. */
export function CommandPalette({ pages }: { pages: TabLink[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  function open() {
    setIsOpen(true);
    if (!dialog.current?.open) dialog.current?.showModal();
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      if (dialog.current?.open) dialog.current.close();
      else open();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  return (
    <>
      <button
        type="button"
        onClick={open}
        aria-keyshortcuts="Meta+K Control+K"
        className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-3 text-muted hover:bg-sunken hover:text-ink lg:border lg:border-line"
      >
        <Search aria-hidden="true" className="size-5" />
        <span className="max-lg:sr-only">{commandPalette.open}</span>
        <kbd className="rounded border border-line px-1.5 font-sans text-xs max-lg:hidden">⌘K</kbd>
      </button>
      <dialog
        ref={dialog}
        aria-label={commandPalette.title}
        onClose={() => setIsOpen(false)}
        className="mx-auto mt-[12vh] mb-auto w-[calc(100%-2rem)] max-w-xl overflow-hidden rounded-card border border-line bg-surface p-0 text-ink shadow-lift backdrop:bg-black/50"
      >
        {isOpen ? <PaletteList pages={pages} onDone={() => dialog.current?.close()} /> : null}
      </dialog>
    </>
  );
}
