import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { leaveDialog } from "@/texts/event-editor";

export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog open onClose={onStay} title={leaveDialog.title}>
      <p className="text-pretty">{leaveDialog.text}</p>
      <p className="flex flex-wrap gap-3">
        <Button onClick={onStay}>{leaveDialog.stay}</Button>
        <Button variant="danger" onClick={onLeave}>
          {leaveDialog.leave}
        </Button>
      </p>
    </Dialog>
  );
}
