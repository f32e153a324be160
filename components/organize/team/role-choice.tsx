import type { ComponentProps } from "react";
import { type Role, roleLabels, roles } from "@/lib/access/permissions";
import { roleChoice } from "@/texts/team";

/** Radio buttons for the roles, with descriptions. `input`: props of every radio button. */
export function RoleChoice({
  legend,
  input,
  chosen,
  initial,
}: {
  legend: string;
  input: Pick<ComponentProps<"input">, "name" | "onChange" | "onBlur" | "ref">;
  /** For controlled inputs. */
  chosen?: Role;
  /** For uncontrolled inputs. */
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
            <span className="block text-sm text-muted">{roleChoice[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
