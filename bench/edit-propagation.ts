import { connect } from "@/db/connect";
import { formFields } from "@/test/html-form";
import { atMost, informational, type Metric } from "./metrics";
import { Samples } from "./samples";
import { mintSession } from "./session";

const EDITS = 5;
const SECONDS = 2;

/**
 * An organizer changes its name on one server, by the form without scripts, and its events' pages show it on every
 * server. Both are polled all the time, also for a while after they show the new name.
 */
export async function measureEditPropagation({
  editor,
  other,
  slug,
  databaseUrl,
  secret,
}: {
  editor: string;
  other: string;
  slug: string;
  databaseUrl: string;
  /** Signs sessions. */
  secret: string;
}): Promise<Metric[]> {
  const { sql, close } = connect(databaseUrl, { max: 1 });
  const [team] = await sql<{ slug: string; name: string; ownerId: number }[]>`
    select o.slug, o.name, m.user_id::int as "ownerId" from events e
    join organizers o on o.id = e.organizer_id
    join organizer_members m on m.organizer_id = o.id and m.role = 'owner'
    where e.slug = ${slug} limit 1`;
  await close();
  if (!team) throw new Error("the event has no owner");
  const cookie = await mintSession(team.ownerId, secret);
  const form = `${editor}/organize/team/profile?organizer=${team.slug}`;

  async function rename(name: string) {
    const headers = { cookie, origin: editor };
    const body = formFields(await (await fetch(form, { headers })).text(), "Save");
    body.set("name", name);
    const answer = await fetch(form, { method: "POST", headers, body, redirect: "manual" });
    if (answer.status >= 400) throw new Error(`saving answered ${answer.status}`);
    await answer.text();
  }

  /** Seconds until the page shows the name, and how often the old name returned before `until`. */
  async function watch(server: string, name: string, savedAt: number) {
    let seenAfter: number | null = null;
    let lost = 0;
    while (performance.now() < savedAt + 2 * SECONDS * 1_000) {
      const hasIt = (await (await fetch(`${server}/events/${slug}`)).text()).includes(name);
      if (hasIt) seenAfter ??= (performance.now() - savedAt) / 1_000;
      else if (seenAfter !== null) lost += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { seenAfter: seenAfter ?? Number.POSITIVE_INFINITY, lost };
  }

  const here = new Samples();
  const there = new Samples();
  let lost = 0;
  for (let edit = 1; edit <= EDITS; edit += 1) {
    const name = `${team.name} ${edit}`;
    await rename(name);
    const savedAt = performance.now();
    const seen = await Promise.all([editor, other].map((server) => watch(server, name, savedAt)));
    here.add(seen[0]?.seenAfter ?? Number.NaN);
    there.add(seen[1]?.seenAfter ?? Number.NaN);
    for (const one of seen) lost += one.lost;
  }
  return [
    informational("an edit is seen on its own server after", here.median, "s"),
    informational("an edit is seen on another server after", there.median, "s"),
    atMost(`the slowest of ${EDITS} edits on any server`, Math.max(...here.values, ...there.values), "s", SECONDS),
    atMost("old pages served after the new one", lost, "", 0),
  ];
}
