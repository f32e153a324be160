import { Button, Heading, Section, Text } from "@react-email/components";
import { Fragment, type ReactNode } from "react";
import { emailShared } from "@/texts/emails";
import { light } from "./theme";

/** A sentence with elements in it: `{name}` in `text` stands for `values.name`. */
export function Sentence({ text, values }: { text: string; values: Record<string, ReactNode> }) {
  return text.split(/\{(\w+)\}/).map((piece, at) => {
    if (at % 2 === 0) return piece;
    if (!(piece in values)) throw new Error(`No value for {${piece}} in “${text}”.`);
    return <Fragment key={piece}>{values[piece]}</Fragment>;
  });
}

export function Title({ children }: { children: ReactNode }) {
  return (
    <Heading
      as="h1"
      className="q-ink q-title"
      style={{
        color: light.ink,
        fontSize: 28,
        lineHeight: "34px",
        fontWeight: 700,
        letterSpacing: "-0.02em",
        margin: "0 0 12px",
      }}
    >
      {children}
    </Heading>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="q-ink" style={{ color: light.ink, fontSize: 16, lineHeight: "25px", margin: "0 0 16px" }}>
      {children}
    </Text>
  );
}

export function Small({ children }: { children: ReactNode }) {
  return (
    <Text className="q-muted" style={{ color: light.muted, fontSize: 14, lineHeight: "22px", margin: "16px 0 0" }}>
      {children}
    </Text>
  );
}

/** For email programs that ignore the attached file, or use it only when it is opened. */
export function CalendarRemovalNote() {
  return <Small>{emailShared.calendarRemoval}</Small>;
}

/** An email has one button. */
export function EmailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ padding: "8px 0 4px" }}>
      <Button
        href={href}
        className="q-button"
        style={{
          backgroundColor: light.accent,
          color: light.accentInk,
          borderRadius: 12,
          fontSize: 16,
          fontWeight: 600,
          lineHeight: "24px",
          padding: "13px 24px",
        }}
      >
        {children}
      </Button>
    </Section>
  );
}

/** A labelled line in a box. */
export function DetailLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Text className="q-ink" style={{ color: light.ink, fontSize: 15, lineHeight: "23px", margin: "10px 0 0" }}>
      <span className="q-muted" style={{ color: light.muted, fontSize: 13 }}>
        {label}
      </span>
      <br />
      {children}
    </Text>
  );
}

/** A quotation with its line breaks. */
export function Quote({ label, children }: { label: string; children: string }) {
  return (
    <Section className="q-line" style={{ borderLeft: `4px solid ${light.line}`, paddingLeft: 16, margin: "0 0 16px" }}>
      <Text className="q-muted" style={{ color: light.muted, fontSize: 13, lineHeight: "20px", margin: 0 }}>
        {label}
      </Text>
      {[...children.split(/\n+/).entries()].map(([at, line]) => (
        <p
          key={at}
          dir="auto"
          className="q-ink"
          style={{ color: light.ink, fontSize: 16, lineHeight: "25px", margin: "4px 0 0", overflowWrap: "anywhere" }}
        >
          {line}
        </p>
      ))}
    </Section>
  );
}

/** A box of labelled lines. */
export function DetailBox({ children }: { children: ReactNode }) {
  return (
    <Section
      className="q-line"
      style={{ border: `1px solid ${light.line}`, borderRadius: 14, padding: "8px 20px 18px", margin: "8px 0 20px" }}
    >
      {children}
    </Section>
  );
}
