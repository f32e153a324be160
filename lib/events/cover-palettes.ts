/** A ground and four colours on it, in the order in which compositions reach for them. */
export type Palette = readonly [ground: string, main: string, second: string, light: string, spark: string];

// None is as light or as dark as a page, so that a cover stands out in both themes.
export const palettes: readonly Palette[] = [
  ["#0f5238", "#b9ee5f", "#f28f5b", "#f4efe0", "#1f7a55"],
  ["#2a3270", "#f25c54", "#f7b267", "#f6ead7", "#4a57a8"],
  ["#5b1e4a", "#f2a0b5", "#e4572e", "#ffd9a0", "#83336d"],
  ["#0b5d7a", "#f2c14e", "#8fd3d8", "#f6e7cb", "#1d7f9f"],
  ["#b8492b", "#f3c9a5", "#2f4a3a", "#f7efe2", "#d96b45"],
  ["#cfe06a", "#1d5c45", "#f0785a", "#fff8e6", "#a8bd3f"],
  ["#9cc7ee", "#1f3f77", "#f6c445", "#fdf5e8", "#6fa5d8"],
  ["#f2aca6", "#7a1f3d", "#2e5e4e", "#fff1dc", "#e58880"],
  ["#26303f", "#e8c547", "#5b9e8a", "#f2e9dc", "#3c4b61"],
  ["#f3c84e", "#c1402a", "#28536b", "#fff7e3", "#dfae2b"],
  ["#3b6b4f", "#f4d8c6", "#f2a65a", "#dce8b4", "#558a69"],
  ["#d94f3d", "#ffd166", "#402039", "#ffeeda", "#f07a62"],
];
