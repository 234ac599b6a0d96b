import { Link, type LinkProps } from '@tanstack/react-router';
import { Button as KitButton } from 'design-react-kit';
import type { ReactNode } from 'react';

/** What a button does to the eye: the one thing to do, another one, a quiet one, one that takes something away. */
export type Tone = 'primary' | 'secondary' | 'quiet' | 'danger';

const CLASSES: Record<Tone, { color: string; outline: boolean }> = {
  primary: { color: 'primary', outline: false },
  secondary: { color: 'primary', outline: true },
  quiet: { color: 'link', outline: false },
  danger: { color: 'danger', outline: true },
};

interface ButtonProps {
  children: ReactNode;
  tone?: Tone;
  type?: 'button' | 'submit';
  onClick?: () => void;
  /** Work is under way: it cannot be pressed again, and says so. */
  busy?: boolean;
  disabled?: boolean;
  small?: boolean;
  label?: string;
  id?: string;
  describedBy?: string;
  expanded?: boolean;
  controls?: string;
}

/** A button whose words say the result: "Registra il CUP", never "Salva". */
export function Button(props: ButtonProps) {
  const {
    children,
    tone = 'primary',
    type = 'button',
    busy = false,
    disabled = false,
    small = false,
  } = props;
  return (
    <KitButton
      type={type}
      {...CLASSES[tone]}
      size={small ? 'xs' : 'sm'}
      id={props.id}
      // Stays in the order of the keyboard while it works: a disabled button loses the focus.
      aria-disabled={busy || undefined}
      disabled={disabled}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      onClick={(event) => {
        // A second press while the first is under way must not send the form again either.
        if (busy) event.preventDefault();
        else props.onClick?.();
      }}
      className={busy ? 'is-busy' : undefined}
    >
      {children}
    </KitButton>
  );
}

/** A link that looks like a button, because it goes somewhere where something is done. */
export function ButtonLink({
  tone = 'primary',
  small = false,
  label,
  children,
  ...link
}: LinkProps & { tone?: Tone; small?: boolean; label?: string; children: ReactNode }) {
  const { color, outline } = CLASSES[tone];
  const className = `btn btn-${outline ? 'outline-' : ''}${color} btn-${small ? 'xs' : 'sm'}`;
  return (
    <Link {...link} className={className} aria-label={label}>
      {children}
    </Link>
  );
}
