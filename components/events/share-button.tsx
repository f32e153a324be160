"use client";

import { Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { shareButton } from "@/texts/events";

/** Opens the device's share sheet, or copies the address. */
export function ShareButton({ title }: { title: string }) {
  const [status, setStatus] = useState("");

  async function share() {
    const url = window.location.href;
    try {
      if (navigator.share) await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        setStatus(shareButton.copied);
      }
    } catch {
      // The share sheet was closed, or the clipboard is not allowed.
    }
  }

  return (
    <span className="inline-flex items-center gap-3 noscript:hidden">
      <Button variant="secondary" size="sm" onClick={share}>
        <Share2 aria-hidden="true" className="size-4" />
        {shareButton.submit}
      </Button>
      <span role="status" className="text-sm text-muted">
        {status}
      </span>
    </span>
  );
}
