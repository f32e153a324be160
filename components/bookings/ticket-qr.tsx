import { drawQr } from "@/lib/tickets/qr";

/** A ticket's QR code, black on white in every theme and on paper. */
export function TicketQr({ text, label }: { text: string; label: string }) {
  const { size, path } = drawQr(text);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="block aspect-square w-full rounded-control bg-white [print-color-adjust:exact]"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
