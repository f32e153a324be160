import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Consequences } from "@/lib/operations/consequences";
import { moveDialog } from "@/texts/event-editor";
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
    <Dialog open onClose={onClose} title={moveDialog.title}>
      <MoveConsequences consequences={consequences} name={name} />
      <p>{moveDialog.text}</p>
      <p className="flex flex-wrap gap-3">
        <Button pending={pending} onClick={onConfirm}>
          {moveDialog.submit}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          {moveDialog.cancel}
        </Button>
      </p>
    </Dialog>
  );
}
