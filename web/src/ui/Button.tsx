import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Link } from '../app/router';
import styles from './Button.module.css';

export type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Shared {
  look?: Look;
  icon?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

interface ButtonProps extends Shared, Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  /** What it does is under way: it keeps the focus, and does nothing more until that is over. */
  isPending?: boolean;
}

export function Button({ look = 'secondary', icon, wide = false, isPending = false, children, ...rest }: ButtonProps) {
  const idle = isPending ? ({ type: 'button', onPress: undefined, 'data-pending': true } as const) : {};
  return (
    <AriaButton className={classes(look, wide)} {...rest} {...idle}>
      {icon}
      {children}
    </AriaButton>
  );
}

interface LinkProps extends Shared {
  href: string;
  /** A file to save rather than a page to open; the value is the name suggested for it. */
  download?: string;
}

/** A link that looks like a button; it stays inside the app unless it is a download. */
export function ButtonLink({ look = 'secondary', icon, wide = false, children, download, href }: LinkProps) {
  const Anchor = download === undefined ? Link : 'a';
  return (
    <Anchor className={classes(look, wide)} href={href} {...(download === undefined ? {} : { download })}>
      {icon}
      {children}
    </Anchor>
  );
}

function classes(look: Look, wide: boolean): string {
  return [styles.button, styles[look], wide && styles.wide].filter(Boolean).join(' ');
}
