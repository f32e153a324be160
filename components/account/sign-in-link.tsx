"use client";

import type { MouseEvent } from "react";
import { signInLink } from "@/texts/account";

/** Leads back to the page it was clicked on. A plain link, which works before any script has run. */
export function SignInLink() {
  function rememberPage(event: MouseEvent<HTMLAnchorElement>) {
    const { pathname, search } = window.location;
    const isAuthPage = /^\/(sign-|verify-|forgot-|reset-)/.test(pathname);
    event.currentTarget.search = isAuthPage ? search : `?callbackUrl=${encodeURIComponent(pathname + search)}`;
  }

  return (
    <a
      href="/sign-in"
      onClick={rememberPage}
      className="flex min-h-11 items-center rounded-control px-3 font-semibold whitespace-nowrap transition-colors hover:bg-sunken"
    >
      {signInLink.label}
    </a>
  );
}
