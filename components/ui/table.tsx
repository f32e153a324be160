import type { ComponentProps, ReactNode } from "react";

/**
 * A table that scrolls sideways inside its frame on a phone. `caption` names it for screen
 * readers.
 */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: with the focus on it, the arrow keys scroll it.
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="border-b border-line bg-sunken text-sm">
      <tr>{children}</tr>
    </thead>
  );
}

/** `numeric`: aligned to the end of the column. */
type CellLook = { numeric?: boolean };

export function HeaderCell({ numeric = false, className = "", ...rest }: CellLook & ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={`px-4 py-3 font-semibold whitespace-nowrap text-muted ${numeric ? "text-end" : "text-start"} ${className}`}
    />
  );
}

export function Row({ className = "", ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} className={`border-b border-line last:border-0 ${className}`} />;
}

export function Cell({ numeric = false, className = "", ...rest }: CellLook & ComponentProps<"td">) {
  return (
    <td
      {...rest}
      className={`px-4 py-3 align-middle ${numeric ? "text-end whitespace-nowrap tabular-nums" : ""} ${className}`}
    />
  );
}
