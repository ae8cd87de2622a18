import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  kind?: 'info' | 'warning' | 'danger';
  children: ReactNode;
  action?: ReactNode;
}

/** A sentence inside the page about its state; warnings and dangers are read out. */
export function Notice({ kind = 'info', children, action }: Props) {
  const Icon = kind === 'info' ? Info : CircleAlert;
  return (
    <div className={styles.notice} data-kind={kind} role={kind === 'info' ? 'note' : 'alert'}>
      <Icon aria-hidden />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
