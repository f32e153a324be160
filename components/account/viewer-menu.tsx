"use client";

import { CalendarCog, LogOut, ShieldCheck, Ticket, UserRound } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { viewerMenu } from "@/texts/account";

const item =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-start font-medium transition-colors hover:bg-sunken";

/** Reserves the space of the initial at once, and shows the initial as soon as the name is known. */
export function ViewerMenu({ name, isSuperuser = false }: { name: string | null; isSuperuser?: boolean }) {
  const menu = useRef<HTMLDivElement>(null);
  // The header stays when the page changes.
  const close = () => menu.current?.hidePopover();
  const initial = name?.match(/\p{L}|\p{N}/u)?.[0].toUpperCase();

  return (
    <>
      <button
        type="button"
        popoverTarget="viewer-menu"
        aria-label={viewerMenu.label}
        translate="no"
        className="grid size-11 place-items-center rounded-full bg-accent-soft font-display text-lg font-semibold text-accent transition-shadow hover:ring-2 hover:ring-accent"
      >
        {initial ?? <UserRound aria-hidden="true" className="size-5" />}
      </button>
      <div
        ref={menu}
        id="viewer-menu"
        popover="auto"
        className="fixed inset-auto end-[max(1.25rem,calc((100vw-72rem)/2+2rem))] top-[4.25rem] m-0 w-60 rounded-card border border-line bg-surface p-2 text-ink shadow-lift"
      >
        {name ? (
          <p dir="auto" translate="no" className="truncate px-3 pt-2 pb-1 text-sm text-muted">
            {name}
          </p>
        ) : null}
        <Link href="/bookings" onClick={close} className={item}>
          <Ticket aria-hidden="true" className="size-5 text-muted" />
          {viewerMenu.myBookings}
        </Link>
        <Link href="/organize" prefetch={false} onClick={close} className={item}>
          <CalendarCog aria-hidden="true" className="size-5 text-muted" />
          {viewerMenu.organize}
        </Link>
        {isSuperuser ? (
          <Link href="/admin" prefetch={false} onClick={close} className={item}>
            <ShieldCheck aria-hidden="true" className="size-5 text-muted" />
            {viewerMenu.admin}
          </Link>
        ) : null}
        <Link href="/account" onClick={close} className={item}>
          <UserRound aria-hidden="true" className="size-5 text-muted" />
          {viewerMenu.account}
        </Link>
        <form method="post" action="/api/sign-out">
          <button type="submit" className={item}>
            <LogOut aria-hidden="true" className="size-5 text-muted" />
            {viewerMenu.signOut}
          </button>
        </form>
      </div>
    </>
  );
}
