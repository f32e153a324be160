import { coverSvg } from "@/lib/events/cover-art";
import { site, siteImage } from "@/texts/site";

// Chosen by eye, for compositions and colours that stand well beside each other.
const covers = ["lisbon", "tokyo", "cairo", "berlin", "kyoto", "chicago"];
const TILE = { width: 200, height: 210 };

/** Inline styles only: the image library knows no classes and no grid. */
export function SiteImage() {
  return (
    <div style={{ display: "flex", width: "100%", height: "100%", background: "#0e120f", color: "#eef3ea" }}>
      <div
        style={{
          display: "flex",
          flex: 1,
          flexDirection: "column",
          justifyContent: "space-between",
          padding: 64,
          fontFamily: "Display",
        }}
      >
        <div style={{ display: "flex", color: "#b9ee5f", fontSize: 44 }}>{site.name}</div>
        <div
          style={{ display: "flex", flexDirection: "column", fontSize: 96, lineHeight: 1.05, letterSpacing: "-0.03em" }}
        >
          <div style={{ display: "flex" }}>{siteImage.firstLine}</div>
          <div style={{ display: "flex" }}>{siteImage.secondLine}</div>
        </div>
      </div>
      <div style={{ display: "flex", flexWrap: "wrap", width: 2 * TILE.width, height: "100%" }}>
        {covers.map((slug) => (
          <div
            key={slug}
            style={{
              ...TILE,
              backgroundImage: `url("data:image/svg+xml;base64,${Buffer.from(coverSvg(slug, TILE.width, TILE.height)).toString("base64")}")`,
            }}
          />
        ))}
      </div>
    </div>
  );
}
