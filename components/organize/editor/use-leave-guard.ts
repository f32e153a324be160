import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

/** The URL of a click that leaves this page in this tab; else null. */
function destinationOf(event: MouseEvent): URL | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  return url.pathname === location.pathname && url.search === location.search ? null : url;
}

/** Asks for confirmation before a link, a reload or closing the tab would lose unsaved changes. */
export function useLeaveGuard(isUnsaved: () => boolean) {
  const [target, setTarget] = useState<string | null>(null);
  const router = useRouter();
  const unsaved = useRef(isUnsaved);
  useEffect(() => {
    unsaved.current = isUnsaved;
  });
  const isLeaving = useRef(false);

  useEffect(() => {
    isLeaving.current = false;
    function onUnload(event: BeforeUnloadEvent) {
      if (unsaved.current() && !isLeaving.current) event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      const url = destinationOf(event);
      if (!url || !unsaved.current()) return;
      event.preventDefault();
      // The event must not reach React, nor the router.
      event.stopPropagation();
      setTarget(url.href);
    }
    window.addEventListener("beforeunload", onUnload);
    window.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      window.removeEventListener("click", onClick, true);
    };
  }, []);

  function leave() {
    if (target === null) return;
    const url = new URL(target);
    setTarget(null);
    isLeaving.current = true;
    if (url.origin === location.origin) router.push(`${url.pathname}${url.search}${url.hash}` as Route);
    else location.assign(url);
  }

  return { isAsking: target !== null, stay: () => setTarget(null), leave };
}
