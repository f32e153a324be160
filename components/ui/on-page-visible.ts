/**
 * Calls `run` when the page becomes visible, is restored from the bfcache, or comes online. Returns a cleanup function.
 */
export function onPageVisible(run: () => unknown): () => void {
  const onShown = () => {
    if (!document.hidden) run();
  };
  document.addEventListener("visibilitychange", onShown);
  window.addEventListener("pageshow", onShown);
  window.addEventListener("online", onShown);
  return () => {
    document.removeEventListener("visibilitychange", onShown);
    window.removeEventListener("pageshow", onShown);
    window.removeEventListener("online", onShown);
  };
}
