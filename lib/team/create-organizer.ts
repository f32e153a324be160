import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import type { Transaction } from "@/db/connect";
import { organizerMembers, organizers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { slugFrom } from "@/lib/names/slug-from";

type NewOrganizer = { name: string; city: string | null; website: string | null };

/** Creates an organizer with a unique slug, and makes the user its owner. */
export function createOrganizer(values: NewOrganizer, userId: number): Promise<{ slug: string }> {
  return db.transaction(async (tx) => {
    const { id, slug } = await insertWithFreeSlug(tx, values);
    await tx.insert(organizerMembers).values({ organizerId: id, userId, role: "owner" });
    await recordAudit(tx, { action: "organizer.started", actorId: userId, organizerId: id });
    return { slug };
  });
}

async function insertWithFreeSlug(tx: Transaction, values: NewOrganizer) {
  const wished = slugFrom(values.name, "organizer");
  for (let slug = wished; ; slug = `${wished}-${randomBytes(3).toString("hex")}`) {
    // Of two inserts with the same slug the second waits for the first to commit, then tries another slug.
    const [made] = await tx
      .insert(organizers)
      .values({ ...values, slug })
      .onConflictDoNothing({ target: organizers.slug })
      .returning({ id: organizers.id, slug: organizers.slug });
    if (made) return made;
  }
}
