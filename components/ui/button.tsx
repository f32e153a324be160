import Link, { type LinkProps } from "next/link";
import type { ComponentProps, MouseEvent } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./control-classes";
import { Spinner } from "./spinner";

type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize };

const preventClick = (event: MouseEvent) => event.preventDefault();

/**
 * `pending` shows a spinner and ignores clicks. The button is not disabled, as it would lose the focus. `aria-disabled`
 * is the same without the spinner.
 */
export function Button({
  variant = "primary",
  size = "md",
  pending = false,
  type = "button",
  disabled = false,
  "aria-disabled": ariaDisabled = false,
  onClick,
  className,
  children,
  ...rest
}: ButtonLook & { pending?: boolean } & ComponentProps<"button">) {
  const isInert = pending || ariaDisabled === true || ariaDisabled === "true";
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled && !isInert}
      onClick={isInert ? preventClick : onClick}
      aria-disabled={isInert || undefined}
      aria-busy={pending || undefined}
      className={buttonClasses(variant, size, className)}
    >
      {pending ? <Spinner /> : null}
      <span className="contents">{children}</span>
    </button>
  );
}

export function ButtonLink<RouteType>({
  variant = "primary",
  size = "md",
  className,
  ...rest
}: ButtonLook & LinkProps<RouteType>) {
  return <Link {...rest} className={buttonClasses(variant, size, className)} />;
}
