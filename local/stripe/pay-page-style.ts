export const payPageStyle = `
:root { color-scheme: light dark; --canvas: light-dark(#f6f5f2, #16161a); --surface: light-dark(#fff, #1f1f25);
  --ink: light-dark(#1c1b1f, #edecf0); --muted: light-dark(#66646e, #9d9ba8); --line: light-dark(#d8d5cd, #3a3943);
  --accent: light-dark(#3b4cca, #9aa6ff); --on-accent: light-dark(#fff, #16161a); --problem: light-dark(#a3161b, #ff8589); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: .25rem 0 1rem; } h2 { font-size: 1rem; margin: 2rem 0 .75rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; } .muted { color: var(--muted); }
.notice { margin: 0 0 1.5rem; padding: .6rem .9rem; background: light-dark(#fff3c4, #3a3113); color: light-dark(#4d3b00, #ffe6a1); border-radius: 8px; font-size: .9rem; }
.lines { list-style: none; margin: 0 0 1.5rem; padding: 0 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; }
.lines li { display: flex; justify-content: space-between; gap: 1rem; padding: .7rem 0; overflow-wrap: anywhere; }
.lines li span:last-child { white-space: nowrap; } .lines li + li { border-top: 1px solid var(--line); }
.problem { color: var(--problem); font-weight: 600; }
label { display: block; font-size: .9rem; margin-bottom: .35rem; }
input, button, .button { font: inherit; width: 100%; min-height: 48px; padding: .6rem .9rem; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); color: inherit; }
input { margin-bottom: .75rem; letter-spacing: .05em; }
button, .button { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 1rem; text-align: start; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { border-color: var(--accent); }
button.main { justify-content: center; background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.choices { display: grid; gap: .5rem; } button .muted { font-size: .875rem; font-variant-numeric: tabular-nums; }
.back { display: inline-block; padding: .75rem 0; color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }`;
