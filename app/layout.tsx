import { layout, site } from "@/texts/site";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { BfcacheGuard } from "@/components/account/bfcache-guard";
import { FormRestorer } from "@/components/forms/form-restorer";
import { OfflineHint } from "@/components/site/offline-hint";
import { DateTimeScript } from "@/components/time/date-time-script";
import { env } from "@/lib/env";
import { fontVariables } from "./fonts";

export const metadata: Metadata = {
  metadataBase: new URL(env.NEXTAUTH_URL),
  applicationName: site.name,
  title: { default: site.title, template: site.titleTemplate },
  description: site.description,
  openGraph: { siteName: site.name, locale: "en_GB", type: "website" },
  twitter: { card: "summary_large_image" },
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f9f4" },
    { media: "(prefers-color-scheme: dark)", color: "#0e120f" },
  ],
  colorScheme: "light dark",
};

export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <html lang="en" className={fontVariables}>
      <body className="flex min-h-dvh flex-col">
        <DateTimeScript />
        <a
          href="#content"
          className="sr-only z-50 rounded-control bg-accent font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:px-4 focus:py-3"
        >
          {layout.skipToContent}
        </a>
        <OfflineHint />
        {children}
        <BfcacheGuard />
        <FormRestorer />
      </body>
    </html>
  );
}
