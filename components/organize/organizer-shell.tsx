import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { UserMenu } from "@/components/account/user-menu";
import { Logo } from "@/components/site/logo";
import { Container } from "@/components/ui/container";
import { type TabLink, TabLinks } from "@/components/ui/tab-links";
import { organizerShell } from "@/texts/organizer";

/** The frame of organizers' and superusers' pages. */
export function OrganizerShell({
  home,
  title,
  tabs,
  tools,
  children,
}: {
  home: Route;
  title: string;
  tabs: TabLink[];
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <header className="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur-md print:hidden">
        <Container width="wide" className="flex min-h-16 flex-wrap items-center gap-x-4 max-sm:pt-2 sm:gap-x-6">
          <Link href="/" aria-label={organizerShell.home} className="-ms-2 grid size-11 place-items-center text-accent">
            <Logo className="size-7" />
          </Link>
          <Link href={home} className="-ms-3 flex min-h-11 items-center font-display text-xl font-bold tracking-tight">
            {title}
          </Link>
          <div className="order-last w-full sm:order-none sm:w-auto sm:self-end">
            {/* As tall as the bar, so that the labels share the title's baseline. */}
            <TabLinks label={title} tabs={tabs} className="sm:min-h-16 sm:pt-1" />
          </div>
          <div className="ms-auto flex items-center gap-2">
            {tools}
            <UserMenu />
          </div>
        </Container>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 pb-20 outline-none">
        {children}
      </main>
    </>
  );
}
