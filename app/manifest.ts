import type { MetadataRoute } from "next";
import { manifestIcons } from "@/lib/manifest-icons";

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
    icons: manifestIcons,
  };
}
