/** Calls `run` whenever the page comes back into view, out of the browser's memory, or online. Returns how to stop it. */
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
