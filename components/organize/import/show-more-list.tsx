import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { showMore } from "@/texts/import";

const PAGE_SIZE = 25;

/** The first items of a list, and a button for more. */
export function ShowMoreList<Item>({ items, children }: { items: Item[]; children: (item: Item) => ReactNode }) {
  const [shown, setShown] = useState(PAGE_SIZE);
  const rest = items.length - shown;
  return (
    <>
      <ul className="grid grid-cols-1">{items.slice(0, shown).map(children)}</ul>
      {rest > 0 ? (
        <div className="border-t border-line p-3">
          <Button variant="ghost" size="sm" onClick={() => setShown(shown + PAGE_SIZE)}>
            {showMore(Math.min(PAGE_SIZE, rest))}
          </Button>
        </div>
      ) : null}
    </>
  );
}
