import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RichText } from "./rich-text";

test("elements stand where the sentence has their names", () => {
  const html = renderToStaticMarkup(
    <RichText text="{name} is sold out, {count} wait." values={{ name: <b>Balcony</b>, count: 3 }} />,
  );
  expect(html).toBe("<span><b>Balcony</b></span><span> is sold out, </span><span>3</span><span> wait.</span>");
});

test("a name without an element is a mistake", () => {
  expect(() => renderToStaticMarkup(<RichText text="Hello {nobody}" values={{}} />)).toThrow("{nobody}");
});
