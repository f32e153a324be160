import Markdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";

// The page uses the first two levels of headings, so the text's start below them.
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  a: ({ href, children }) => (
    <a href={href} rel="nofollow ugc noopener">
      {children}
    </a>
  ),
};

/** Untrusted Markdown: without HTML, scripts, and images of other sites. */
export function MarkdownText({ children }: { children: string }) {
  return (
    <div
      dir="auto"
      className="max-w-prose text-lg leading-relaxed text-pretty [&_a]:font-medium [&_a]:text-accent [&_a]:underline [&_blockquote]:border-s-4 [&_blockquote]:border-line [&_blockquote]:ps-4 [&_code]:rounded [&_code]:bg-sunken [&_code]:px-1 [&_h3]:mt-8 [&_h3]:text-2xl [&_h4]:mt-6 [&_h4]:font-display [&_h4]:text-xl [&_h4]:font-semibold [&_hr]:my-8 [&_hr]:border-line [&_li]:my-1.5 [&_ol]:list-decimal [&_ol]:ps-6 [&_p]:my-4 [&_pre]:overflow-x-auto [&_ul]:list-disc [&_ul]:ps-6 [&>:first-child]:mt-0"
    >
      <Markdown rehypePlugins={[rehypeSanitize]} components={components} disallowedElements={["img"]} skipHtml>
        {children}
      </Markdown>
    </div>
  );
}
