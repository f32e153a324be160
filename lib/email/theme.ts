/** The site's colours as literals: email clients don't support CSS variables. */
export const light = {
  canvas: "#f8f9f4",
  surface: "#ffffff",
  sunken: "#eef1e8",
  ink: "#131a15",
  muted: "#535e55",
  line: "#dbe0d4",
  accent: "#0f5238",
  accentInk: "#f4fbe6",
} as const;

const dark = {
  canvas: "#0e120f",
  surface: "#171d18",
  sunken: "#1f2620",
  ink: "#eef3ea",
  muted: "#a3aea3",
  line: "#2b332c",
  accent: "#b9ee5f",
  accentInk: "#131f08",
} as const;

export const font =
  "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif";

/** Media queries. Clients that drop them show the light version. */
export const stylesheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .q-card { padding: 24px 20px !important; }
  .q-title { font-size: 24px !important; line-height: 30px !important; }
}
@media (prefers-color-scheme: dark) {
  body, .q-canvas, .q-canvas > table > tbody > tr > td { background-color: ${dark.canvas} !important; }
  .q-card { background-color: ${dark.surface} !important; border-color: ${dark.line} !important; }
  .q-sunken { background-color: ${dark.sunken} !important; }
  .q-ink { color: ${dark.ink} !important; }
  .q-muted { color: ${dark.muted} !important; }
  .q-accent { color: ${dark.accent} !important; }
  .q-button { background-color: ${dark.accent} !important; color: ${dark.accentInk} !important; }
  .q-line { border-color: ${dark.line} !important; }
}
`;
