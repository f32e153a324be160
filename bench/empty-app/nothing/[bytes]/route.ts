/** Runs for every request, and does nothing but answer with so many bytes and as many headers as an availability has. */
export async function GET(_request: Request, { params }: { params: Promise<{ bytes: string }> }) {
  const bytes = Number((await params).bytes);
  const headers = { "Cache-Control": "public, max-age=0", ETag: 'W/"x"', "X-Time": "0" };
  if (bytes === 0) return new Response(null, { headers });
  return new Response("x".repeat(bytes), { headers: { ...headers, "Content-Type": "text/plain" } });
}
