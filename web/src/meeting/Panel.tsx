import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../i18n';
import { IconButton } from '../ui/IconButton';
import { ChatPanel } from './chat/ChatPanel';
import { HostPanel } from './host/HostPanel';
import { InfoPanel } from './info/InfoPanel';
import styles from './Meeting.module.css';
import { useMeeting, type PanelName } from './MeetingContext';
import { PeoplePanel } from './people/PeoplePanel';

const panels: Record<PanelName, { title: Key; Body: () => React.ReactNode }> = {
  people: { title: 'people.title', Body: PeoplePanel },
  chat: { title: 'chat.title', Body: ChatPanel },
  info: { title: 'info.title', Body: InfoPanel },
  host: { title: 'host.title', Body: HostPanel },
};

/** The one panel beside the stage; the hosts' goes with the role. Escape closes it and gives the focus back. */
export function Panel() {
  const { t } = useTranslation();
  const { panel: asked, openPanel, isHost } = useMeeting();
  const panel = asked === 'host' && !isHost ? null : asked;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!panel) return;
    const before = document.activeElement;
    element.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [panel]);
  if (!panel) return null;
  const { title, Body } = panels[panel];
  return (
    <aside
      ref={element}
      className={styles.panel}
      aria-label={t(title)}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') openPanel(null);
      }}
    >
      <header className={styles.panelHeader}>
        <h2>{t(title)}</h2>
        <IconButton label={t('common.close')} onPress={() => openPanel(null)}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className={styles.panelBody}>
        <Body />
      </div>
    </aside>
  );
}
