/** "attendees-<slug>-2026-11-22.csv", as a header that carries any alphabet (RFC 6266 with RFC 5987's encoding). */
export function attachment(name: string) {
  const ascii = name.normalize("NFKD").replace(/[^\x20-\x7e]|["\\%;/]/g, "");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
