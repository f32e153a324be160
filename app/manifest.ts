import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Quorix: tickets without the rush",
    short_name: "Quorix",
    description: "Find an event, hold your seats while you decide, and get your tickets by mail.",
    start_url: "/",
    display: "standalone",
    background_color: "#f8f9f4",
    theme_color: "#0f5238",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
