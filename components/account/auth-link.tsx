import type { ReactNode } from "react";

/**
 * A link to another account page that keeps the callback URL. A full page load, so that no typed password stays behind.
 */
export function AuthLink({
  to,
  callbackUrl = "/",
  children,
}: {
  to: "/sign-in" | "/sign-up" | "/forgot-password";
  callbackUrl?: string;
  children: ReactNode;
}) {
  const href = callbackUrl === "/" ? to : `${to}?callbackUrl=${encodeURIComponent(callbackUrl)}`;
  return (
    <a
      href={href}
      className="inline-flex min-h-11 items-center font-semibold text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
    >
      {children}
    </a>
  );
}
