import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components';
import styles from './IconButton.module.css';

interface Props extends Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** The accessible name, shown as a tooltip too. */
  label: string;
  /** The tooltip's text when it says more than the name: a shortcut, a reason. */
  hint?: string;
  children: ReactNode;
}

/** A round-cornered button that shows only a pictogram. */
export function IconButton({ label, hint, children, ...rest }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      <AriaButton className={styles.button ?? ''} aria-label={label} {...rest}>
        {children}
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} offset={8}>
        {hint ?? label}
      </Tooltip>
    </TooltipTrigger>
  );
}
