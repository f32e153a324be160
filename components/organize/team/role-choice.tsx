import type { ComponentProps } from "react";
import { type Role, roleLabels, roles } from "@/lib/access/permissions";

const roleDescriptions: Record<Role, string> = {
  owner: "Everything, also the team, the public page and the audit log.",
  manager: "Everything about events and attendees. Sees the team.",
  door_staff: "Check-in only.",
};

/** One of the roles, each with what it is for. `input` wires every radio button to its form. */
export function RoleChoice({
  legend,
  input,
  chosen,
  initial,
}: {
  legend: string;
  input: Pick<ComponentProps<"input">, "name" | "onChange" | "onBlur" | "ref">;
  /** For forms that hold the value themselves. */
  chosen?: Role;
  /** For forms that leave it to the browser. */
  initial?: Role;
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1.5 font-semibold">{legend}</legend>
      {roles.map((role) => (
        <label
          key={role}
          className="grid min-h-12 grid-cols-[auto_1fr] items-center gap-x-3 rounded-control border border-line px-4 py-2.5 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            {...input}
            type="radio"
            value={role}
            checked={chosen === undefined ? undefined : chosen === role}
            defaultChecked={initial === undefined ? undefined : initial === role}
            className="size-5 accent-accent"
          />
          <span>
            <span className="block font-semibold">{roleLabels[role]}</span>
            <span className="block text-sm text-muted">{roleDescriptions[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
