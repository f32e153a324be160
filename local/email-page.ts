import type { Message } from "./email-store";
import { escapeHtml } from "./html";

const style = `
:root { color-scheme: light dark; --canvas: light-dark(#f6f5f2, #16161a); --surface: light-dark(#fff, #1f1f25);
  --ink: light-dark(#1c1b1f, #edecf0); --muted: light-dark(#66646e, #9d9ba8); --line: light-dark(#e4e2dc, #34333c); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; letter-spacing: -.01em; overflow-wrap: anywhere; }
p { margin: 0; } .muted { color: var(--muted); font-size: .875rem; overflow-wrap: anywhere; }
ol { list-style: none; margin: 1.5rem 0 0; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; }
li + li { border-top: 1px solid var(--line); }
li a { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; padding: .85rem 1.1rem; color: inherit; text-decoration: none; }
li a:hover strong, li a:focus-visible strong { text-decoration: underline; }
li strong { font-weight: 600; overflow-wrap: anywhere; }
a { color: inherit; } .back { display: inline-block; margin-bottom: 1.25rem; font-size: .875rem; }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 12px; background: #fff; margin-top: 1.25rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; font-size: .875rem; }
.files { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1rem; font-size: .875rem; }
.files a { padding: .35rem .75rem; border: 1px solid var(--line); border-radius: 999px; text-decoration: none; }
.empty { margin-top: 1.5rem; padding: 3rem 1.25rem; text-align: center; border: 1px dashed var(--line); border-radius: 12px; }`;

function page(title: string, body: string, head = ""): string {
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  return `<!doctype html><html lang="en"><head>${meta}<title>${escapeHtml(title)}</title>${head}<style>${style}</style></head><body><main>${body}</main></body></html>`;
}

const time = (iso: string) => `<time datetime="${iso}">${escapeHtml(new Date(iso).toLocaleString("en-GB"))}</time>`;

export function inboxPage(messages: Message[], to: string | undefined): string {
  const items = messages.map(
    (message) =>
      `<li><a href="/messages/${message.id}"><strong>${escapeHtml(message.subject || "(no subject)")}</strong><span class="muted">${time(message.receivedAt)}</span><span class="muted">to ${escapeHtml(message.to.join(", "))}</span></a></li>`,
  );
  const about = to === undefined ? "Every email the application has sent" : `Emails to ${escapeHtml(to)}`;
  const list =
    items.length > 0
      ? `<ol>${items.join("")}</ol>`
      : '<p class="empty muted">No emails yet. They appear here automatically.</p>';
  return page("Inbox", `<h1>Inbox</h1><p class="muted">${about}</p>${list}`, '<meta http-equiv="refresh" content="5">');
}

export function messagePage(message: Message): string {
  const files = message.attachments.map(
    (file, index) => `<a href="/messages/${message.id}/attachments/${index}">${escapeHtml(file.filename)}</a>`,
  );
  const views = [message.html === null ? "" : `<a href="/messages/${message.id}/text">Plain text</a>`];
  views.push(`<a href="/messages/${message.id}/source">Source</a>`);
  const body =
    message.html === null
      ? `<pre>${escapeHtml(message.text)}</pre>`
      : `<iframe title="The email" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${message.id}/html"></iframe>`;
  const meta = `<p class="muted">from ${escapeHtml(message.from)} to ${escapeHtml(message.to.join(", "))}, ${time(message.receivedAt)}</p>`;
  return page(
    message.subject,
    `<a class="back" href="/">← Inbox</a><h1>${escapeHtml(message.subject || "(no subject)")}</h1>${meta}${body}<p class="files">${[...files, ...views].join("")}</p>`,
  );
}
