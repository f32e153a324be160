import { CameraView } from "./camera-view";
import type { CheckInEvent, CheckInState } from "./check-in-types";
import { CodeField } from "./code-field";
import { Counters } from "./counters";
import { isDaily } from "./scan-result-messages";
import type { useCamera } from "./use-camera";

/** Camera, code field and counters: stacked in portrait, else side by side. */
export function ScanPanel({
  camera,
  state,
  event,
  isOpen,
  onScan,
  onDismiss,
}: {
  camera: ReturnType<typeof useCamera>;
  state: CheckInState;
  event: CheckInEvent;
  isOpen: boolean;
  onScan: (text: string) => void;
  onDismiss: () => void;
}) {
  return (
    <div className="mx-auto grid min-h-full max-w-5xl content-start gap-5 p-4 landscape:grid-cols-2 landscape:content-center md:gap-8 md:p-8">
      <CameraView camera={camera} />
      <div className="grid content-center gap-5 [@media(max-height:500px)]:gap-3">
        <CodeField isOpen={isOpen} isBusy={state.isBusy} onScan={onScan} onDismiss={onDismiss} />
        <Counters counts={state.counts} isDaily={isDaily(event)} />
      </div>
    </div>
  );
}
