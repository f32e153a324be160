import { afterAll, expect, test, vi } from "vitest";
import { generateMetadata as organizerMetadata } from "@/app/(site)/organizers/[slug]/page";
import EventLayout from "@/app/organize/(dashboard)/events/[slug]/layout";
import { db, sql } from "@/db/client";
import { requireViewer } from "@/lib/auth/viewer";
import { makeEvent, makeMember, makeOrganizer, makeUser } from "@/test/factories";
import { generateMetadata as eventMetadata } from "./page";

vi.mock("@/lib/auth/viewer", () => ({ requireViewer: vi.fn(), getViewer: vi.fn() }));
vi.mock("next/cache", () => ({ cacheTag() {}, cacheLife() {} }));

afterAll(() => sql.end());

/** As Next hands them to pages, layouts and metadata. */
const at = (slug: string) => ({
  params: Promise.resolve({ slug: encodeURIComponent(slug) }),
  searchParams: Promise.resolve({}),
});

const titleOf = (page: Promise<{ title?: unknown }>) => page.then(({ title }) => title);

test.each([
  ["Straßenfest am Markt", "straßenfest-am-markt"],
  ["秋の音楽祭", "秋の音楽祭"],
  ["Концерт у реки", "концерт-у-реки"],
  ["مهرجان الربيع", "مهرجان-الربيع"],
  ["Jazz night", "jazz-night"],
])("n01: %s opens at its address: event, organizer and desk", async (name, slug) => {
  const organizer = await makeOrganizer(db, { name, slug });
  const user = await makeUser(db);
  await makeMember(db, { organizerId: organizer.id, userId: user.id });
  await makeEvent(db, { name, slug, organizerId: organizer.id });
  vi.mocked(requireViewer).mockResolvedValue({ ...user, isSuperuser: false });

  expect(await titleOf(eventMetadata(at(slug)))).toBe(name);
  expect(await titleOf(organizerMetadata(at(slug)))).toBe(name);
  const opened = await EventLayout({ ...at(slug), children: null }).then(
    () => "open",
    (error: Error) => error.message,
  );
  expect(opened).toBe("open");
});
