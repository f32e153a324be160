"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { leaveTeamAction } from "@/lib/team/actions";
import { leaveButton } from "@/texts/team";

/** The way out of a team, for everybody but its last owner. */
export function LeaveButton({ organizer, name }: { organizer: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  const { run, answer, pending } = useAction(leaveTeamAction);
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setOpen(true)}>
        {leaveButton.leaveTheTeam}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={leaveButton.leaveTheTeam}>
        {answer && !answer.ok ? <FailureNotice failure={answer} /> : null}
        <p>
          {leaveButton.youCanNoLongerOpen}
          <bdi className="font-semibold">{name}</bdi>
          {leaveButton.anOwnerCanInviteYou}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" pending={pending} onClick={() => run({ organizer })}>
            {leaveButton.leave}
          </Button>
          <Button variant="ghost" onClick={() => setOpen(false)}>
            {leaveButton.stay}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
