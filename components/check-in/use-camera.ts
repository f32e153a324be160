"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { CodesInView } from "./codes-in-view";
import { updateSettings, useDeviceSettings } from "./device-settings";
import { qrDetector } from "./qr-detector";

const DETECT_INTERVAL_MS = 120;

export type CameraStatus = "off" | "starting" | "on" | "refused" | "missing";

/** Reads QR codes with the camera. `onTexts` gets each code once while it stays in view; codes of one frame come together. */
export function useCamera(onTexts: (texts: string[]) => void) {
  const { hasCamera, cameraId } = useDeviceSettings();
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const [status, setStatus] = useState<CameraStatus>("off");
  const [cameras, setCameras] = useState<MediaDeviceInfo[]>([]);
  const [torch, setTorch] = useState<"none" | "off" | "on">("none");

  const stop = useCallback(() => {
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = null;
    setTorch("none");
    setStatus("off");
  }, []);

  const start = useCallback(
    async (id: string | null) => {
      stop();
      if (!navigator.mediaDevices) return setStatus("missing");
      setStatus("starting");
      try {
        const camera = id ? { deviceId: { exact: id } } : { facingMode: "environment" };
        const opened = await navigator.mediaDevices.getUserMedia({
          video: { ...camera, width: { ideal: 1280 }, height: { ideal: 720 } },
        });
        const element = video.current;
        if (!element) {
          for (const track of opened.getTracks()) track.stop();
          return;
        }
        stream.current = opened;
        element.srcObject = opened;
        await element.play();
        await qrDetector();
        const capabilities = opened.getVideoTracks()[0]?.getCapabilities?.();
        setTorch(capabilities && "torch" in capabilities && capabilities.torch ? "off" : "none");
        setCameras((await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput"));
        setStatus("on");
        updateSettings({ hasCamera: true, cameraId: id });
      } catch (error) {
        stop();
        // The chosen camera was unplugged.
        if (id && error instanceof DOMException && error.name === "OverconstrainedError") return start(null);
        setStatus(error instanceof DOMException && error.name === "NotAllowedError" ? "refused" : "missing");
      }
    },
    [stop],
  );

  const turnOff = useCallback(() => {
    updateSettings({ hasCamera: false });
    stop();
  }, [stop]);

  const toggleTorch = useCallback(async () => {
    const isOn = torch === "on";
    // `torch` is missing from the DOM types.
    const constraint: MediaTrackConstraintSet & { torch: boolean } = { torch: !isOn };
    try {
      await stream.current?.getVideoTracks()[0]?.applyConstraints({ advanced: [constraint] });
      setTorch(isOn ? "off" : "on");
    } catch {
      setTorch("none");
    }
  }, [torch]);

  // Starts again after a reload if the permission is granted already.
  const wasOn = useRef({ hasCamera, cameraId });
  useEffect(() => {
    if (!wasOn.current.hasCamera) return;
    navigator.permissions
      ?.query({ name: "camera" })
      .then(({ state }) => (state === "granted" ? start(wasOn.current.cameraId) : undefined))
      .catch(() => {});
  }, [start]);

  useEffect(() => stop, [stop]);

  useEffect(() => {
    if (status !== "on") return;
    let timer: ReturnType<typeof setTimeout>;
    let isStopped = false;
    const inView = new CodesInView();
    async function detect() {
      const element = video.current;
      try {
        const found = element && !document.hidden ? await (await qrDetector()).detect(element) : [];
        if (isStopped) return;
        const texts = inView.takeNew(
          found.map(({ rawValue }) => rawValue),
          Date.now(),
        );
        if (texts.length > 0) onTexts(texts);
      } catch {
        // An unreadable frame; the next one follows.
      }
      timer = setTimeout(detect, DETECT_INTERVAL_MS);
    }
    void detect();
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [status, onTexts]);

  return { video, status, cameras, cameraId, torch, start, turnOff, toggleTorch };
}
