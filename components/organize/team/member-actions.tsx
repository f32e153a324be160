"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type Role, roles } from "@/lib/access/permissions";
import { changeRoleAction, removeMemberAction } from "@/lib/team/actions";
import { memberActions } from "@/texts/team";
import { RoleChoice } from "./role-choice";

type Member = { organizer: string; member: string; name: string; role: Role };

/** What an owner may do with somebody in the team. */
export function MemberActions(props: Member) {
  const [open, setOpen] = useState<"role" | "remove" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        aria-label={memberActions.changeRoleOf(props.name)}
        onClick={() => setOpen("role")}
      >
        {memberActions.changeRole}
      </Button>
      <Button variant="ghost" size="sm" aria-label={memberActions.remove(props.name)} onClick={() => setOpen("remove")}>
        {memberActions.remove2}
      </Button>
      <Dialog open={open === "role"} onClose={close} title={memberActions.changeRole}>
        <RoleForm {...props} onDone={close} />
      </Dialog>
      <Dialog open={open === "remove"} onClose={close} title={memberActions.removeFromTheTeam}>
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
        legend={memberActions.roleOf(name)}
        chosen={chosen}
        input={{
          name: "role",
          onChange: (event) => setChosen(roles.find((one) => one === event.currentTarget.value) ?? role),
        }}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={pending}>
          {memberActions.save}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {memberActions.cancel}
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
        {memberActions.canNoLongerOpenAnything}
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
          {memberActions.remove2}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {memberActions.keep}
        </Button>
      </div>
    </>
  );
}
