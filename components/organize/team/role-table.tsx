import { Check, Minus } from "lucide-react";
import { Cell, HeaderCell, Row, Table, TableHead } from "@/components/ui/table";
import { roleNames, roles } from "@/lib/organize/permissions";
import { roleTable } from "@/lib/organize/role-words";

/** What each role may do: the table that the code asks. */
export function RoleTable() {
  return (
    <Table caption="What each role may do">
      <TableHead>
        <HeaderCell>To do</HeaderCell>
        {roles.map((role) => (
          <HeaderCell key={role} className="text-center">
            {roleNames[role]}
          </HeaderCell>
        ))}
      </TableHead>
      <tbody>
        {roleTable.map(({ permission, words, allowed }) => (
          <Row key={permission}>
            <th scope="row" className="min-w-48 px-4 py-2.5 text-start font-normal">
              {words}
            </th>
            {roles.map((role) => (
              <Cell key={role} className="text-center">
                {allowed[role] ? (
                  <Check aria-label="yes" className="mx-auto size-5 text-positive" />
                ) : (
                  <Minus aria-label="no" className="mx-auto size-5 text-muted" />
                )}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
