import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog open onClose={onStay} title="Leave without saving?">
      <p className="text-pretty">
        What you changed is not saved yet. If you leave, this tab keeps it until you come back, and nobody else sees it.
      </p>
      <p className="flex flex-wrap gap-3">
        <Button onClick={onStay}>Stay here</Button>
        <Button variant="danger" onClick={onLeave}>
          Leave
        </Button>
      </p>
    </Dialog>
  );
}
