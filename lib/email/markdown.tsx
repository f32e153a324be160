import type { CSSProperties, ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import { light } from "./theme";

const ink = { color: light.ink, overflowWrap: "anywhere" } satisfies CSSProperties;
const text = { ...ink, fontSize: 16, lineHeight: "25px", margin: "0 0 16px" } satisfies CSSProperties;
const heading = {
  ...ink,
  fontSize: 19,
  lineHeight: "27px",
  fontWeight: 700,
  margin: "24px 0 8px",
} satisfies CSSProperties;

// The subject is the only heading of the first level.
const components: Components = {
  p: ({ children }) => (
    <p className="q-ink" style={text}>
      {children}
    </p>
  ),
  h1: ({ children }) => <Heading>{children}</Heading>,
  h2: ({ children }) => <Heading>{children}</Heading>,
  h3: ({ children }) => <Heading>{children}</Heading>,
  h4: ({ children }) => <Heading>{children}</Heading>,
  h5: ({ children }) => <Heading>{children}</Heading>,
  h6: ({ children }) => <Heading>{children}</Heading>,
  ul: ({ children }) => (
    <ul className="q-ink" style={{ ...text, paddingInlineStart: 24 }}>
      {children}
    </ul>
  ),
  ol: ({ children }) => (
    <ol className="q-ink" style={{ ...text, paddingInlineStart: 24 }}>
      {children}
    </ol>
  ),
  a: ({ href, children }) => (
    <a
      href={href}
      rel="nofollow ugc noopener"
      className="q-accent"
      style={{ color: light.accent, textDecoration: "underline" }}
    >
      {children}
    </a>
  ),
  blockquote: ({ children }) => (
    <blockquote
      className="q-line"
      style={{ borderInlineStart: `4px solid ${light.line}`, margin: "0 0 16px", padding: "0 16px" }}
    >
      {children}
    </blockquote>
  ),
  hr: () => <hr className="q-line" style={{ border: 0, borderTop: `1px solid ${light.line}`, margin: "24px 0" }} />,
  pre: ({ children }) => (
    <pre className="q-ink" style={{ ...text, fontFamily: "monospace", whiteSpace: "pre-wrap" }}>
      {children}
    </pre>
  ),
};

function Heading({ children }: { children?: ReactNode }) {
  return (
    <h2 className="q-ink" style={heading}>
      {children}
    </h2>
  );
}

/** An organizer's Markdown, without HTML and images: nothing is loaded that could track readers. */
export function Markdown({ children }: { children: string }) {
  return (
    <div dir="auto">
      <ReactMarkdown
        rehypePlugins={[rehypeSanitize]}
        components={components}
        disallowedElements={["img", "input"]}
        skipHtml
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}
