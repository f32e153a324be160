import { permissionLabels } from "@/texts/team";
import { hasPermission, type Permission, permissions, type Role, roleLabels, roles } from "./permissions";

export type RoleRow = { permission: Permission; label: string; allowed: Record<Role, boolean> };

const labels: Record<Permission, string> = permissionLabels;

/** The permissions in their own order, with labels. */
export const roleTable: RoleRow[] = (Object.keys(permissions) as Permission[]).map((permission) => ({
  permission,
  label: labels[permission],
  allowed: {
    owner: hasPermission("owner", permission),
    manager: hasPermission("manager", permission),
    door_staff: hasPermission("door_staff", permission),
  },
}));

/** `roleTable` as Markdown. */
export function formatRoleTableAsMarkdown(): string {
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["", ...roles.map((role) => roleLabels[role])]),
    row(["---", ...roles.map(() => ":---:")]),
    ...roleTable.map(({ label, allowed }) => row([label, ...roles.map((role) => (allowed[role] ? "yes" : "–"))])),
  ].join("\n");
}
