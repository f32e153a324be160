import type { ReactNode } from "react";

/** Shows `cover` in the place of its children, which keep their space: what arrives late moves nothing. */
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
