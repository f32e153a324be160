"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RichText } from "@/components/ui/rich-text";
import { leaveTeamAction } from "@/lib/team/actions";
import { leaveButton } from "@/texts/team";

/** Leaves the team. The action refuses its last owner. */
export function LeaveButton({ organizer, name }: { organizer: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  const { run, answer, pending } = useAction(leaveTeamAction);
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setOpen(true)}>
        {leaveButton.open}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={leaveButton.open}>
        {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
        <p>
          <RichText text={leaveButton.text} values={{ organizer: <bdi className="font-semibold">{name}</bdi> }} />
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" pending={pending} onClick={() => run({ organizer })}>
            {leaveButton.submit}
          </Button>
          <Button variant="ghost" onClick={() => setOpen(false)}>
            {leaveButton.cancel}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
