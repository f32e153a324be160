import Link from "next/link";
import { Container } from "@/components/ui/container";
import { footerText, site } from "@/texts/site";
import { Logo } from "./logo";

const links = [
  { href: "/events", text: footerText.allEvents },
  { href: "/bookings", text: footerText.myBookings },
  { href: "/account", text: footerText.account },
  { href: "/terms", text: footerText.terms },
] as const;

export function SiteFooter() {
  return (
    <footer className="mt-24 border-t border-line print:hidden">
      <Container className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-10">
        <p className="flex items-center gap-3 text-muted">
          <Logo className="size-5 text-accent" />
          {site.tagline}
        </p>
        <nav aria-label={footerText.label}>
          <ul className="-mx-3 flex flex-wrap">
            {links.map(({ href, text }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  className="flex min-h-11 items-center rounded-control px-3 text-muted hover:text-ink hover:underline"
                >
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Container>
    </footer>
  );
}
