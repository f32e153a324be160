import "server-only";
import { asc, eq } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db/client";
import { organizerMembers, organizers } from "@/db/schema";
import { hasPermission, type Permission, type Role } from "./permissions";

export type Membership = { organizerId: number; slug: string; name: string; role: Role };

/** The teams a user is in, by name. Read once per request. */
export const getMemberships = cache(
  (userId: number): Promise<Membership[]> =>
    db
      .select({
        organizerId: organizers.id,
        slug: organizers.slug,
        name: organizers.name,
        role: organizerMembers.role,
      })
      .from(organizerMembers)
      .innerJoin(organizers, eq(organizers.id, organizerMembers.organizerId))
      .where(eq(organizerMembers.userId, userId))
      .orderBy(asc(organizers.name), asc(organizers.id)),
);

/** The organizers for which a user may do something. */
export async function getMembershipsWithPermission(userId: number, permission: Permission): Promise<Membership[]> {
  return (await getMemberships(userId)).filter((membership) => hasPermission(membership.role, permission));
}
