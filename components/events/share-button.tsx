"use client";

import { Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { shareButton } from "@/texts/events";

/** The device's own share sheet, or the address on the clipboard. */
export function ShareButton({ title }: { title: string }) {
  const [said, setSaid] = useState("");

  async function share() {
    const url = window.location.href;
    try {
      if (navigator.share) await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        setSaid("Link copied");
      }
    } catch {
      // Closed the sheet, or no right to the clipboard: the address bar still has it.
    }
  }

  return (
    <span className="inline-flex items-center gap-3 noscript:hidden">
      <Button variant="secondary" size="sm" onClick={share}>
        <Share2 aria-hidden="true" className="size-4" />
        {shareButton.share}
      </Button>
      <span role="status" className="text-sm text-muted">
        {said}
      </span>
    </span>
  );
}
