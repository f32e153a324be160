"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RichText } from "@/components/ui/rich-text";
import { type Role, roles } from "@/lib/access/permissions";
import { changeRoleAction, removeMemberAction } from "@/lib/team/actions";
import { memberActions } from "@/texts/team";
import { RoleChoice } from "./role-choice";

type Member = { organizer: string; member: string; name: string; role: Role };

/** An owner's buttons for another member. */
export function MemberActions(props: Member) {
  const [open, setOpen] = useState<"role" | "remove" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        aria-label={memberActions.changeRoleLabel(props.name)}
        onClick={() => setOpen("role")}
      >
        {memberActions.changeRole}
      </Button>
      <Button
        variant="ghost"
        size="sm"
        aria-label={memberActions.removeLabel(props.name)}
        onClick={() => setOpen("remove")}
      >
        {memberActions.remove}
      </Button>
      <Dialog open={open === "role"} onClose={close} title={memberActions.changeRole}>
        <RoleForm {...props} onDone={close} />
      </Dialog>
      <Dialog open={open === "remove"} onClose={close} title={memberActions.removeTitle}>
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
        const result = await run({ organizer, member, role: chosen });
        if (result?.ok) onDone();
      }}
    >
      {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
      <RoleChoice
        legend={memberActions.roleLegend(name)}
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
        <RichText
          text={memberActions.removeText}
          values={{
            name: (
              <bdi translate="no" className="font-semibold">
                {name}
              </bdi>
            ),
          }}
        />
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="danger"
          pending={pending}
          onClick={async () => {
            const result = await run({ organizer, member });
            if (result?.ok) onDone();
          }}
        >
          {memberActions.remove}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {memberActions.removeCancel}
        </Button>
      </div>
    </>
  );
}
