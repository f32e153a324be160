import { cacheLife } from "next/cache";

// As for the page of an event: the whole page or none of it.
export const instant = false;

/**
 * With so many letters in its only paragraph. Like the page of an event it is rendered once, and then static. The
 * apostrophe is one that any real text has: it lies beyond Latin-1, so that V8 keeps the page in two bytes a letter.
 */
export default async function Page({ params }: { params: Promise<{ letters: string }> }) {
  "use cache";
  cacheLife("max");
  return <p>{`${"x".repeat(Number((await params).letters))}’`}</p>;
}

export const generateStaticParams = () => [{ letters: "1" }];
