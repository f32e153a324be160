import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import { formatPrice } from "@/lib/money/format";
import { ticketTypeSales } from "@/texts/organizer";

type Type = { code: string; name: string; price: number; quota: number | null; sold: number };

/** What each ticket type has sold and holds. */
export function TicketTypeSales({ types, currency }: { types: Type[]; currency: string }) {
  if (types.length === 0) return <p className="text-muted">{ticketTypeSales.empty}</p>;
  return (
    <Table caption={ticketTypeSales.caption}>
      <TableHead>
        <HeaderCell>{ticketTypeSales.ticketType}</HeaderCell>
        <HeaderCell numeric>{ticketTypeSales.price}</HeaderCell>
        <HeaderCell numeric>{ticketTypeSales.sold}</HeaderCell>
      </TableHead>
      <tbody>
        {types.map(({ code, name, price, quota, sold }) => (
          <Row key={code}>
            <Cell className="min-w-28 font-medium wrap-anywhere">
              <bdi>{name}</bdi>
            </Cell>
            <Cell numeric>{formatPrice(price, currency)}</Cell>
            <Cell numeric>{ticketTypeSales.soldOf(sold, quota)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
