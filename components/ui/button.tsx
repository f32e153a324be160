import Link, { type LinkProps } from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./control-classes";
import { Spinner } from "./spinner";

type Look = { variant?: ButtonVariant; size?: ButtonSize };

/** `pending` shows a spinner and keeps the button from being pressed twice. */
export function Button({
  variant = "primary",
  size = "md",
  pending = false,
  type = "button",
  disabled,
  className,
  children,
  ...rest
}: Look & { pending?: boolean } & ComponentProps<"button">) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={buttonClasses(variant, size, className)}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}

export function ButtonLink<RouteType>({
  variant = "primary",
  size = "md",
  className,
  ...rest
}: Look & LinkProps<RouteType>) {
  return <Link {...rest} className={buttonClasses(variant, size, className)} />;
}
