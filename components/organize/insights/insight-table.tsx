import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import type { Column, Cell as Value } from "@/lib/export/sheet";
import { cellText } from "@/lib/insights/cell-text";

/** The numbers behind a chart; also its form for whoever cannot see it, or runs no scripts. */
export function InsightTable({ title, columns, rows }: { title: string; columns: Column[]; rows: Value[][] }) {
  // Two earlier events may share a name: the position tells them apart.
  const [first, ...others] = columns.map((column, at) => ({ at, column, align: isFigure(column) ? "text-end" : "" }));
  if (!first) return null;
  return (
    <div className="max-h-96 overflow-y-auto rounded-card">
      <Table caption={title}>
        <TableHead>
          {[first, ...others].map(({ at, column, align }) => (
            <HeaderCell key={at} className={align}>
              <bdi>{column.label}</bdi>
            </HeaderCell>
          ))}
        </TableHead>
        <tbody>
          {rows
            .map((row, at) => ({ at, row }))
            .map(({ at: line, row }) => (
              <Row key={line}>
                <th scope="row" className={`px-4 py-2 font-medium ${first.align || "text-start"}`}>
                  <bdi>{cellText(row[0] ?? null, first.column)}</bdi>
                </th>
                {others.map(({ at, column, align }) => (
                  <Cell key={at} className={`py-2 tabular-nums ${align}`}>
                    {cellText(row[at] ?? null, column)}
                  </Cell>
                ))}
              </Row>
            ))}
        </tbody>
      </Table>
    </div>
  );
}

function isFigure({ kind }: Column) {
  return kind === "count" || kind === "share" || kind === "money";
}
