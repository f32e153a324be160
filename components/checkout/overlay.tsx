import type { ReactNode } from "react";

/** Shows `cover` over its children, which keep their space, so that a late `cover` does not shift the layout. */
export function Overlay({ cover, children }: { cover: ReactNode; children: ReactNode }) {
  return (
    <div className="grid">
      <div className={`[grid-area:1/1] ${cover ? "invisible" : ""}`} inert={Boolean(cover)}>
        {children}
      </div>
      {cover ? <div className="[grid-area:1/1]">{cover}</div> : null}
    </div>
  );
}
