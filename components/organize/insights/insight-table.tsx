import type { ReactNode } from "react";
import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import { formatCell } from "@/lib/insights/format-cell";
import type { Column, Cell as Value } from "@/lib/sheets/sheet";
import { insightTable } from "@/texts/insights";

/**
 * The data of a chart; also its alternative for screen readers and without scripts. `links` are inside the scrolling
 * frame, so that keyboards reach it in every browser.
 */
export function InsightTable({
  title,
  columns,
  rows,
  links,
}: {
  title: string;
  columns: Column[];
  rows: Value[][];
  links: ReactNode;
}) {
  // Two earlier events may have the same name, so positions are the keys.
  const [first, ...others] = columns.map((column, at) => ({ at, column, numeric: isNumeric(column) }));
  if (!first) return null;
  return (
    <Table caption={insightTable.caption(title)}>
      <TableHead>
        {[first, ...others].map(({ at, column, numeric }) => (
          <HeaderCell key={at} numeric={numeric}>
            <bdi className="inline-block max-w-48 whitespace-normal">{column.label}</bdi>
          </HeaderCell>
        ))}
      </TableHead>
      <tbody>
        {rows
          .map((row, at) => ({ at, row }))
          .map(({ at: line, row }) => (
            <Row key={line}>
              <th scope="row" className={`px-4 py-2 font-medium ${first.numeric ? "text-end" : "text-start"}`}>
                <bdi>{formatCell(row[0] ?? null, first.column)}</bdi>
              </th>
              {others.map(({ at, column, numeric }) => (
                <Cell key={at} numeric={numeric} className="py-2">
                  {formatCell(row[at] ?? null, column)}
                </Cell>
              ))}
            </Row>
          ))}
      </tbody>
      {links ? (
        <tfoot>
          <tr>
            <td colSpan={columns.length} className="px-4 py-1">
              {links}
            </td>
          </tr>
        </tfoot>
      ) : null}
    </Table>
  );
}

function isNumeric({ kind }: Column) {
  return kind === "count" || kind === "share" || kind === "money";
}
