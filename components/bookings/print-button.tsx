"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { printButton } from "@/texts/bookings";

/** Prints the page; the print layout shows the tickets first. */
export function PrintButton() {
  return (
    <Button variant="secondary" className="noscript:hidden" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-5" />
      {printButton.print}
    </Button>
  );
}
