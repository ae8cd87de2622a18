import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { toast } from '../../ui/toast';
import iconStyles from '../../ui/IconButton.module.css';
import styles from './Controls.module.css';

interface Props {
  label: string;
  keys?: string | undefined;
  /** Why it does nothing now: shown in the tooltip, said when pressed. */
  reason?: string | null;
  look?: 'plain' | 'off' | 'on' | 'danger';
  badge?: number;
  isExpanded?: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** One control of the bar. */
export function ControlButton(props: Props) {
  const { label, keys, reason = null, look = 'plain', badge = 0, isExpanded, onPress, children } = props;
  const press = () => {
    if (reason) toast(reason);
    else onPress();
  };
  return (
    <TooltipTrigger delay={400} closeDelay={60}>
      <Button
        className={styles.control ?? ''}
        aria-label={label}
        data-look={look}
        data-refused={reason ? true : undefined}
        {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
        onPress={press}
      >
        {children}
        {badge > 0 && <span className={styles.badge}>{badge > 99 ? '99+' : badge}</span>}
      </Button>
      <Tooltip className={iconStyles.tooltip ?? ''} offset={8}>
        {reason ?? (keys ? `${label} (${keys})` : label)}
      </Tooltip>
    </TooltipTrigger>
  );
}
