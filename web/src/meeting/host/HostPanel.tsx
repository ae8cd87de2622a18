import { useTranslation } from 'react-i18next';
import { AccessLevels } from '../../rooms/AccessLevels';
import { RuleSwitches } from '../../rooms/RuleSwitches';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useMeeting } from '../MeetingContext';
import styles from './Host.module.css';
import { useHostRules } from './useHostRules';

/** What hosts decide for everybody, in force at once: who may send what, who may mute, who gets in without asking. */
export function HostPanel() {
  const { t } = useTranslation();
  const { room } = useMeeting();
  const { change, retry, telling } = useHostRules();
  if (room.id === null) return <p className={styles.host}>{t('host.noRoom')}</p>;
  return (
    <div className={styles.host}>
      <RuleSwitches
        label={t('host.rules')}
        configuration={room.configuration}
        onChange={(configuration, rule) => change({ configuration }, rule !== 'muteOthers')}
      />
      <div role="status" className={styles.progress}>
        {telling.isRunning && telling.total > 1 && t('host.telling', { done: telling.done, total: telling.total })}
      </div>
      {!telling.isRunning && telling.failed.length > 0 && (
        <Notice kind="warning" action={<Button onPress={retry}>{t('common.retry')}</Button>}>
          {t('host.notTold', { count: telling.failed.length, total: telling.total })}
        </Notice>
      )}
      <AccessLevels
        label={t('access.title')}
        value={room.access_level}
        onChange={(level) => change({ access_level: level }, false)}
      />
      <p className={styles.quiet}>{t('host.kept')}</p>
    </div>
  );
}
