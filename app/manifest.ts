import type { MetadataRoute } from "next";
import { manifestIcons } from "@/lib/manifest-icons";
import { site } from "@/texts/site";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: site.title,
    short_name: site.name,
    description: site.description,
    start_url: "/",
    display: "standalone",
    background_color: "#f8f9f4",
    theme_color: "#0f5238",
    icons: manifestIcons,
  };
}
