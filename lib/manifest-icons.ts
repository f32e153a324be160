import type { MetadataRoute } from "next";

/** The icons of Quorix on a home screen. */
export const manifestIcons: NonNullable<MetadataRoute.Manifest["icons"]> = [
  { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
  { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
  { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
  { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
];
