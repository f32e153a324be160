import type { Tone } from "./scan-result-messages";

type Note = [frequency: number, from: number, seconds: number];

/** Distinct by ear: two rising notes, two equal ones, and one long low one. */
const notes: Record<Tone, { wave: OscillatorType; notes: Note[] }> = {
  go: {
    wave: "sine",
    notes: [
      [880, 0, 0.12],
      [1320, 0.12, 0.2],
    ],
  },
  wait: {
    wave: "triangle",
    notes: [
      [620, 0, 0.15],
      [620, 0.22, 0.15],
    ],
  },
  stop: { wave: "sawtooth", notes: [[160, 0, 0.55]] },
};

const vibrations: Record<Tone, number[]> = { go: [80], wait: [90, 80, 90], stop: [400] };

let audio: AudioContext | null = null;

/** Call this on a user gesture: browsers allow audio only after one. */
export function unlockAudio() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") void audio.resume();
}

export function playFeedback(tone: Tone, { isMuted }: { isMuted: boolean }) {
  navigator.vibrate?.(vibrations[tone]);
  if (isMuted || audio?.state !== "running") return;
  for (const [frequency, from, seconds] of notes[tone].notes) {
    const start = audio.currentTime + from;
    const source = new OscillatorNode(audio, { type: notes[tone].wave, frequency });
    const volume = new GainNode(audio, { gain: 0.3 });
    volume.gain.setValueAtTime(0.3, start + seconds - 0.04);
    volume.gain.linearRampToValueAtTime(0, start + seconds);
    source.connect(volume).connect(audio.destination);
    source.start(start);
    source.stop(start + seconds);
  }
}
