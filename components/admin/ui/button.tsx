import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export interface ButtonLook {
  variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  size?: "small" | "medium" | undefined;
  icon?: IconName | undefined;
}

const classOf = ({ variant = "secondary", size = "medium" }: ButtonLook, more = "") =>
  `button button-${variant} ${size === "small" ? "button-small" : ""} ${more}`;

interface ButtonProps extends ButtonLook, ComponentProps<"button"> {
  /** Under way: shown, and not to be pressed again. */
  isBusy?: boolean | undefined;
}

export function Button({ variant, size, icon, isBusy = false, className, children, type = "button", onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf({ variant, size }, className)}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      <Face icon={icon} isBusy={isBusy}>
        {children}
      </Face>
    </button>
  );
}

interface LinkButtonProps extends ButtonLook {
  href: string;
  /** Leaves the console, or downloads. */
  isPlain?: boolean;
  className?: string;
  rel?: string;
  target?: string;
  download?: boolean | string;
  "aria-label"?: string;
  children: ReactNode;
}

export function LinkButton({ variant, size, icon, href, isPlain = false, className, children, ...rest }: LinkButtonProps) {
  const look = classOf({ variant, size }, className);
  const face = (
    <Face icon={icon} isBusy={false}>
      {children}
    </Face>
  );
  return isPlain ? (
    <a {...rest} href={href} className={look}>
      {face}
    </a>
  ) : (
    <Link {...rest} href={href} className={look} prefetch={false}>
      {face}
    </Link>
  );
}

function Face({ icon, isBusy, children }: { icon: IconName | undefined; isBusy: boolean; children: ReactNode }) {
  return (
    <>
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </>
  );
}
