import { type DateTimeToFormat, formatDateTime } from "@/lib/time/format-date-time";

/** Rewrites each `DateTime` of a page that is being parsed, before it is seen. Refers to nothing outside itself. */
function rewriteDateTimes(format: typeof formatDateTime) {
  const found = new Set<HTMLTimeElement>();
  const isParsed = (element: Node) => {
    if (document.readyState !== "loading") return true;
    for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
    return false;
  };
  const rewrite = () => {
    for (const element of found) {
      if (!isParsed(element)) continue;
      found.delete(element);
      const { dateStyle, timeZone = "", end } = element.dataset;
      try {
        element.textContent = format(navigator.language, Date.now(), {
          style: dateStyle as DateTimeToFormat["style"],
          timeZone,
          start: Date.parse(element.dateTime),
          end: end ? Date.parse(end) : undefined,
        });
      } catch {
        // A time zone that this browser does not know: the text stays as it came.
      }
    }
  };
  const collect = (records: MutationRecord[]) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches("time[data-date-style]")) found.add(node as HTMLTimeElement);
        for (const element of node.querySelectorAll<HTMLTimeElement>("time[data-date-style]")) found.add(element);
      }
    }
    rewrite();
  };
  const observer = new MutationObserver(collect);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    collect(observer.takeRecords());
    observer.disconnect();
  });
}

/** Stands before every `DateTime` of the page. */
export function DateTimeScript() {
  return <script>{`(${rewriteDateTimes})(${formatDateTime})`}</script>;
}
