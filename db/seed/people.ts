import type { Transaction } from "@/db/connect";
import { users } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { userSearchColumns } from "@/lib/search/vector";

export const demoPassword = "quorix-demo";

export const demoAccounts = {
  attendee: { name: "Ada Fenwick", email: "attendee@quorix.test", timeZone: "Europe/Lisbon", isSuperuser: false },
  organizer: { name: "Oskar Lindqvist", email: "organizer@quorix.test", timeZone: null, isSuperuser: false },
  manager: { name: "Mina Castellano", email: "manager@quorix.test", timeZone: null, isSuperuser: false },
  door: { name: "Deniz Aksoy", email: "door@quorix.test", timeZone: null, isSuperuser: false },
  admin: { name: "Amara Osei", email: "admin@quorix.test", timeZone: null, isSuperuser: true },
} as const;

export const firstNames =
  "Aino Bruno Chiara Dario Elif Farid Greta Hugo Ingrid Jamal Keiko Leandro Mireille Noor Olga Pedro Quinn Rosa Sanjay Tomoko Ulrike Vikram Wanda Xavier Yara Zoltán Agnieszka Bilal Cécile Diego".split(
    " ",
  );
const lastNames =
  "Alcott Bergström Castellan Drăgan Eriksen Fontaine Gutiérrez Haddad Ivanić Jensen Kowalczyk Lindahl Moreau Nakagawa Oduya Pereira Quiroga Rahman Sørensen Tanizaki Ueno Varga Wójcik Yilmaz Zetterlund".split(
    " ",
  );

const ascii = (name: string) =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ø/gi, "o").replace(/ł/gi, "l").toLowerCase();

/** People who fill events: invented, without a password, under a domain that accepts no email. */
export function inventedPeople(howMany: number, from = 0): { name: string; email: string }[] {
  return Array.from({ length: howMany }, (_, at) => {
    const index = from + at;
    const first = firstNames[index % firstNames.length] ?? "";
    // Every full turn through the first names pairs them with other last names.
    const last = lastNames[(index * 7 + Math.floor(index / firstNames.length)) % lastNames.length] ?? "";
    return { name: `${first} ${last}`, email: `${ascii(first)}.${ascii(last)}.${index + 1}@example.com` };
  });
}

export type Person = { id: number; name: string; email: string };

/** The demo accounts and the invented people, all verified. */
export async function insertPeople(tx: Transaction, now: Date, howManyInvented: number) {
  const accounts = await Promise.all(
    Object.values(demoAccounts).map(async (account) => ({
      ...account,
      hashedPassword: await hashPassword(demoPassword),
    })),
  );
  const verified = { emailVerifiedAt: now, sessionsValidFrom: now };
  const rows = await tx
    .insert(users)
    .values(
      [...accounts, ...inventedPeople(howManyInvented)].map((person) => ({
        ...person,
        ...verified,
        ...userSearchColumns(person),
      })),
    )
    .returning({ id: users.id, name: users.name, email: users.email });
  const byEmail = (email: string): Person => {
    const person = rows.find((row) => row.email === email);
    if (!person) throw new Error(`${email} was not inserted`);
    return person;
  };
  return {
    attendee: byEmail(demoAccounts.attendee.email),
    organizer: byEmail(demoAccounts.organizer.email),
    manager: byEmail(demoAccounts.manager.email),
    door: byEmail(demoAccounts.door.email),
    invented: rows.filter((row) => row.email.endsWith("@example.com")),
  };
}
