import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import { formatPrice } from "@/lib/money/format";
import { ticketTypeSales } from "@/texts/organizer";

type Type = { code: string; name: string; price: number; quota: number | null; sold: number };

/** What each ticket type has sold and holds. */
export function TicketTypeSales({ types, currency }: { types: Type[]; currency: string }) {
  if (types.length === 0) return <p className="text-muted">{ticketTypeSales.ticketTypesAppearHereOnce}</p>;
  return (
    <Table caption={ticketTypeSales.soldByTicketType}>
      <TableHead>
        <HeaderCell>{ticketTypeSales.ticketType}</HeaderCell>
        <HeaderCell numeric>{ticketTypeSales.price}</HeaderCell>
        <HeaderCell numeric>{ticketTypeSales.soldAndHeld}</HeaderCell>
      </TableHead>
      <tbody>
        {types.map(({ code, name, price, quota, sold }) => (
          <Row key={code}>
            <Cell className="min-w-32 font-medium wrap-anywhere">
              <bdi>{name}</bdi>
            </Cell>
            <Cell numeric>{formatPrice(price, currency)}</Cell>
            <Cell numeric>
              {`${sold.toLocaleString("en-GB")}${quota === null ? "" : ` of ${quota.toLocaleString("en-GB")}`}`}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
