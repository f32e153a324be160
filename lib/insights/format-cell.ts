import { formatMoney, formatMoneyShort } from "@/lib/money/format";
import type { Cell, Column } from "@/lib/sheets/sheet";
import { formatMoment, formatNumber, formatShare } from "./format";

/** A cell for people; a dash if it is empty. */
export function formatCell(cell: Cell, column: Column): string {
  if (cell === null) return "–";
  if (column.kind === "moment") return formatMoment(String(cell), column.precision);
  if (typeof cell === "string") return cell;
  if (column.kind === "share") return formatShare(cell);
  return column.kind === "money" ? formatMoney(cell, column.currency) : formatNumber(cell);
}

const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });

/** A short form for the ticks of an axis. */
export function formatTick(cell: Cell, column: Column): string {
  if (cell === null) return "";
  if (column.kind === "moment") return formatShortMoment(String(cell), column.precision);
  if (typeof cell === "string") return cell.length > 18 ? `${cell.slice(0, 17)}…` : cell;
  if (column.kind === "share") return formatShare(cell);
  return column.kind === "money" ? formatMoneyShort(cell, column.currency) : compact.format(cell);
}

function formatShortMoment(wall: string, precision: string) {
  const at = new Date(`${wall}Z`);
  const options: Intl.DateTimeFormatOptions =
    precision === "month" ? { month: "short", year: "2-digit" } : { day: "numeric", month: "short" };
  const day = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(at);
  return precision === "hour" ? `${day}, ${wall.slice(11)}` : day;
}
