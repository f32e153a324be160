import { Camera, CameraOff, Flashlight, FlashlightOff, SwitchCamera } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { cameraView } from "@/texts/check-in";
import type { useCamera } from "./use-camera";

const toolButtonClasses =
  "grid size-12 place-items-center rounded-full bg-black/60 text-white backdrop-blur-sm hover:bg-black/80 aria-pressed:bg-wait aria-pressed:text-wait-ink";

/** The camera's picture and its controls; a hint and a button while it is off. */
export function CameraView({ camera }: { camera: ReturnType<typeof useCamera> }) {
  const { video, status, cameras, cameraId, torch, start, turnOff, toggleTorch } = camera;
  const isOn = status === "on";

  function switchCamera() {
    const current = cameras.findIndex(({ deviceId }) => deviceId === cameraId);
    const next = cameras[(current + 1) % cameras.length];
    if (next) void start(next.deviceId);
  }

  return (
    <section
      aria-label={cameraView.label}
      className={`relative grid min-h-[42dvh] place-items-center overflow-hidden rounded-card [@media(max-height:500px)]:min-h-0 ${
        isOn
          ? "aspect-square max-h-[52dvh] w-full bg-black landscape:aspect-[4/3] landscape:max-h-[70dvh]"
          : "border-2 border-line border-dashed"
      }`}
    >
      <video
        ref={video}
        muted
        playsInline
        aria-label={cameraView.video}
        className={isOn ? "size-full object-cover" : "absolute size-0 opacity-0"}
      />
      {isOn ? (
        <>
          <div
            aria-hidden="true"
            className="absolute inset-[14%] rounded-card border-4 border-white/80 shadow-[0_0_0_100vmax_rgb(0_0_0/0.35)]"
          />
          <div className="absolute end-3 bottom-3 flex gap-2">
            {torch !== "none" ? (
              <button
                type="button"
                aria-pressed={torch === "on"}
                aria-label={cameraView.light}
                onClick={toggleTorch}
                className={toolButtonClasses}
              >
                {torch === "on" ? <Flashlight aria-hidden="true" /> : <FlashlightOff aria-hidden="true" />}
              </button>
            ) : null}
            {cameras.length > 1 ? (
              <button
                type="button"
                aria-label={cameraView.nextCamera}
                onClick={switchCamera}
                className={toolButtonClasses}
              >
                <SwitchCamera aria-hidden="true" />
              </button>
            ) : null}
            <button type="button" aria-label={cameraView.turnOff} onClick={turnOff} className={toolButtonClasses}>
              <CameraOff aria-hidden="true" />
            </button>
          </div>
        </>
      ) : (
        <div className="grid max-w-xs justify-items-center gap-4 p-6 text-center [@media(max-height:500px)]:py-3">
          {status === "starting" ? (
            <p role="status" className="flex items-center gap-3 text-muted">
              <Spinner />
              <span>{cameraView.starting}</span>
            </p>
          ) : (
            <>
              <p role={status === "off" ? undefined : "alert"} className="text-muted text-pretty">
                {cameraView.statuses[status]}
              </p>
              <Button size="lg" onClick={() => void start(cameraId)}>
                <Camera aria-hidden="true" className="size-5" />
                {cameraView.start}
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}
