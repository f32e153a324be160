import { History, ListFilter, ScanLine } from "lucide-react";
import { checkInTabs } from "@/texts/check-in";

export type CheckInTab = "scan" | "list" | "recent";

const tabs = [
  { name: "scan", text: checkInTabs.scan, Icon: ScanLine },
  { name: "list", text: checkInTabs.list, Icon: ListFilter },
  { name: "recent", text: checkInTabs.recent, Icon: History },
] as const;

export function CheckInTabs({
  open,
  onOpen,
  conflicts,
}: {
  open: CheckInTab;
  onOpen: (tab: CheckInTab) => void;
  conflicts: number;
}) {
  return (
    <nav
      aria-label={checkInTabs.label}
      className="sticky bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto grid max-w-3xl grid-cols-3">
        {tabs.map(({ name, text, Icon }) => (
          <li key={name}>
            <button
              type="button"
              aria-current={open === name ? "page" : undefined}
              onClick={() => onOpen(name)}
              className={`flex min-h-14 w-full flex-col items-center justify-center gap-0.5 text-sm font-semibold [@media(max-height:500px)]:min-h-11 [@media(max-height:500px)]:flex-row [@media(max-height:500px)]:gap-2 ${
                open === name ? "text-accent" : "text-muted hover:text-ink"
              }`}
            >
              <Icon aria-hidden="true" className="size-5" />
              <span>
                <span>{text}</span>
                {name === "recent" && conflicts > 0 ? (
                  <span className="ms-1.5 rounded-full bg-stop px-2 text-stop-ink">
                    <span>{conflicts}</span> <span className="sr-only">{checkInTabs.conflicts}</span>
                  </span>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
