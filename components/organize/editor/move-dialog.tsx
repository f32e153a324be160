import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Consequences } from "@/lib/operations/consequences";
import { MoveConsequences } from "./move-consequences";

export function MoveDialog({
  consequences,
  name,
  pending,
  onConfirm,
  onClose,
}: {
  consequences: Consequences;
  name: string;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog open onClose={onClose} title="Tell everybody who has booked?">
      <MoveConsequences consequences={consequences} name={name} />
      <p>The mails go out in the background, two minutes after saving. They cannot be called back.</p>
      <p className="flex flex-wrap gap-3">
        <Button pending={pending} onClick={onConfirm}>
          Save and tell them
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Not yet
        </Button>
      </p>
    </Dialog>
  );
}
