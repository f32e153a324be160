import { Search } from "lucide-react";
import Link from "next/link";
import { UserMenu } from "@/components/account/user-menu";
import { Container } from "@/components/ui/container";
import { headerText, site } from "@/texts/site";
import { Logo } from "./logo";

export function SiteHeader() {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur-md print:hidden">
      <Container className="flex h-16 items-center gap-2 sm:gap-4">
        <Link href="/" className="-ms-2 flex min-h-11 items-center gap-2.5 rounded-control px-2 text-accent">
          <Logo className="size-7" />
          <span className="font-display text-2xl font-bold tracking-tight text-ink">{site.name}</span>
        </Link>
        <nav aria-label={headerText.label} className="ms-auto flex items-center gap-1">
          <Link
            href="/events"
            className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-3 font-semibold transition-colors hover:bg-sunken"
          >
            <Search aria-hidden="true" className="size-5" />
            <span className="max-sm:sr-only">{headerText.findEvents}</span>
          </Link>
          <UserMenu />
        </nav>
      </Container>
    </header>
  );
}
