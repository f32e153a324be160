import { COVER_HEIGHT, COVER_WIDTH, coverArt } from "@/lib/events/cover-art";
import { coverFile, coverWidths } from "@/lib/media/cover-key";

/**
 * The event's picture, or one drawn from its slug. Fills its box. Decorative: the text beside it says the same.
 * `image` is the address that the picture's files begin with, `sizes` the width of its box.
 */
export function CoverArt({
  slug,
  image,
  sizes = "(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw",
  eager = false,
  className = "",
}: {
  slug: string;
  image: string | null;
  sizes?: string;
  eager?: boolean;
  className?: string;
}) {
  if (image) {
    return (
      <picture>
        <img
          src={coverFile(image, 1280)}
          srcSet={coverWidths.map((width) => `${coverFile(image, width)} ${width}w`).join(", ")}
          sizes={sizes}
          alt=""
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          className={`size-full object-cover ${className}`}
        />
      </picture>
    );
  }
  const { ground, shapes } = coverArt(slug);
  return (
    <svg
      viewBox={`0 0 ${COVER_WIDTH} ${COVER_HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={`block size-full ${className}`}
      style={{ background: ground }}
    >
      {shapes.map((shape) =>
        "fill" in shape ? (
          <path key={shape.d} d={shape.d} fill={shape.fill} />
        ) : (
          <path key={shape.d} d={shape.d} fill="none" stroke={shape.stroke} strokeWidth={shape.width} />
        ),
      )}
    </svg>
  );
}
