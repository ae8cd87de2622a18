import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../i18n';
import { Dialog } from '../../ui/Dialog';
import styles from './Controls.module.css';
import { keysOf, lettersAreOn, switchLetters, type Action } from './shortcuts';

const names: Record<Action | 'talk', Key> = {
  microphone: 'shortcut.microphone',
  camera: 'shortcut.camera',
  talk: 'shortcut.talk',
  hand: 'shortcut.hand',
  chat: 'shortcut.chat',
  people: 'shortcut.people',
  recording: 'shortcut.recording',
  fullscreen: 'shortcut.fullscreen',
  list: 'shortcut.list',
};

export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [letters, setLetters] = useState(lettersAreOn);
  return (
    <Dialog title={t('shortcut.title')} isOpen={isOpen} onClose={onClose}>
      <dl className={styles.shortcuts}>
        {(Object.keys(names) as (Action | 'talk')[]).map((action) => (
          <div key={action}>
            <dt>{t(names[action])}</dt>
            <dd>
              <kbd>{keysOf[action]}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => {
            setLetters(event.target.checked);
            switchLetters(event.target.checked);
          }}
        />
        {t('shortcut.letters')}
      </label>
    </Dialog>
  );
}
