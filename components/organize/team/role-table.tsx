import { Check, Minus } from "lucide-react";
import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import { roleLabels, roles } from "@/lib/access/permissions";
import { roleTable } from "@/lib/access/role-labels";
import { roleTableText } from "@/texts/team";

/** The permissions of each role. */
export function RoleTable() {
  return (
    <Table caption={roleTableText.caption}>
      <TableHead>
        <HeaderCell>{roleTableText.permission}</HeaderCell>
        {roles.map((role) => (
          <HeaderCell key={role} className="px-2! text-center! whitespace-normal! sm:px-4!">
            {roleLabels[role]}
          </HeaderCell>
        ))}
      </TableHead>
      <tbody>
        {roleTable.map(({ permission, label, allowed }) => (
          <Row key={permission}>
            <th scope="row" className="py-2.5 ps-4 pe-2 text-start font-normal">
              {label}
            </th>
            {roles.map((role) => (
              <Cell key={role} className="px-2! text-center sm:px-4!">
                {allowed[role] ? (
                  <Check aria-label={roleTableText.yes} className="mx-auto size-5 text-positive" />
                ) : (
                  <Minus aria-label={roleTableText.no} className="mx-auto size-5 text-muted" />
                )}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
