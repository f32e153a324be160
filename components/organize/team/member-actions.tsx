"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type Role, roles } from "@/lib/access/permissions";
import { changeRoleAction, removeMemberAction } from "@/lib/team/actions";
import { RoleChoice } from "./role-choice";

type Member = { organizer: string; member: string; name: string; role: Role };

/** What an owner may do with somebody in the team. */
export function MemberActions(props: Member) {
  const [open, setOpen] = useState<"role" | "remove" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button variant="secondary" size="sm" aria-label={`Change role of ${props.name}`} onClick={() => setOpen("role")}>
        Change role
      </Button>
      <Button variant="ghost" size="sm" aria-label={`Remove ${props.name}`} onClick={() => setOpen("remove")}>
        Remove
      </Button>
      <Dialog open={open === "role"} onClose={close} title="Change role">
        <RoleForm {...props} onDone={close} />
      </Dialog>
      <Dialog open={open === "remove"} onClose={close} title="Remove from the team">
        <RemoveForm {...props} onDone={close} />
      </Dialog>
    </>
  );
}

function RoleForm({ organizer, member, name, role, onDone }: Member & { onDone: () => void }) {
  const { run, answer, pending } = useAction(changeRoleAction);
  const [chosen, setChosen] = useState<Role>(role);
  return (
    <form
      className="grid gap-5"
      onSubmit={async (event) => {
        event.preventDefault();
        const given = await run({ organizer, member, role: chosen });
        if (given?.ok) onDone();
      }}
    >
      {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
      <RoleChoice
        legend={`Role of ${name}`}
        chosen={chosen}
        input={{
          name: "role",
          onChange: (event) => setChosen(roles.find((one) => one === event.currentTarget.value) ?? role),
        }}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={pending}>
          Save
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function RemoveForm({ organizer, member, name, onDone }: Member & { onDone: () => void }) {
  const { run, answer, pending } = useAction(removeMemberAction);
  return (
    <>
      {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
      <p>
        <bdi translate="no" className="font-semibold">
          {name}
        </bdi>{" "}
        can no longer open anything of this organizer, from the next click on. What they did stays in the audit log. To
        undo it, invite them again.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="danger"
          pending={pending}
          onClick={async () => {
            const given = await run({ organizer, member });
            if (given?.ok) onDone();
          }}
        >
          Remove
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Keep
        </Button>
      </div>
    </>
  );
}
