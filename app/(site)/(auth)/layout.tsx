import type { Metadata } from "next";

// The addresses of these pages hold link tokens. Not "no-referrer": forms would post without an origin to check.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

export default function AuthLayout({ children }: { children: React.ReactNode }) {
  return <div className="mx-auto w-full max-w-md px-5 pb-20">{children}</div>;
}
