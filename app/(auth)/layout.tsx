import type { Metadata } from "next";

// The addresses of these pages carry callback paths and link tokens.
export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default function AuthLayout({ children }: { children: React.ReactNode }) {
  return <div className="mx-auto w-full max-w-md px-5 pb-20">{children}</div>;
}
