import type { ComponentProps } from "react";

const widths = { page: "max-w-6xl", text: "max-w-2xl", wide: "max-w-[90rem]" };

/** The column of the page's content: `text` for forms and reading, `wide` for tables, `page` for the rest. */
export function Container({
  width = "page",
  className = "",
  ...rest
}: { width?: keyof typeof widths } & ComponentProps<"div">) {
  return <div {...rest} className={`mx-auto w-full px-5 sm:px-8 ${widths[width]} ${className}`} />;
}
