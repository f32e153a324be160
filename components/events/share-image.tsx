import { coverSvg } from "@/lib/events/cover-art";
import { drawableText } from "@/lib/events/share-image-assets";
import type { EventDetail } from "@/lib/events/types";
import { shareTile } from "@/lib/media/cover-key";
import { formatBrief } from "@/lib/time/format";
import { site } from "@/texts/site";

export const shareImageSize = { width: 1200, height: 630 };

const inlineImage = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;

/** Small enough that the longest name fits above the date. */
function nameSize(name: string) {
  if (name.length <= 24) return 88;
  if (name.length <= 48) return 68;
  return name.length <= 90 ? 54 : 44;
}

/** Inline styles only: the image library knows no classes and no grid. `cover` is a data URL. */
export function ShareImage({ event, cover = null }: { event: EventDetail; cover?: string | null }) {
  const name = drawableText(event.name);
  const place = drawableText(`${event.venue}, ${event.city}`) ?? drawableText(event.city);
  return (
    <div style={{ display: "flex", width: "100%", height: "100%", background: "#0e120f", color: "#eef3ea" }}>
      <div
        style={{
          ...shareTile,
          backgroundImage: `url("${cover ?? inlineImage(coverSvg(event.slug, shareTile.width, shareTile.height))}")`,
        }}
      />
      <div
        style={{
          display: "flex",
          flex: 1,
          flexDirection: "column",
          justifyContent: "space-between",
          padding: "56px 60px",
          fontFamily: "Text, 'Text extended'",
        }}
      >
        <div style={{ display: "flex", color: "#b9ee5f", fontSize: 34, fontFamily: "Display" }}>{site.name}</div>
        {name ? (
          <div
            style={{
              display: "flex",
              fontFamily: "Display, 'Display extended'",
              fontSize: nameSize(name),
              lineHeight: 1.08,
              letterSpacing: "-0.02em",
            }}
          >
            {name}
          </div>
        ) : null}
        <div style={{ display: "flex", flexDirection: "column", gap: 10, fontSize: name ? 32 : 48 }}>
          <div style={{ display: "flex", color: "#b9ee5f" }}>{formatBrief(event.startsAt, event.timeZone)}</div>
          {place ? <div style={{ display: "flex", color: "#c6cfc4" }}>{place}</div> : null}
        </div>
      </div>
    </div>
  );
}
