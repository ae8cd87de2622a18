import { useTranslation } from 'react-i18next';
import { AccessLevels } from './AccessLevels';
import styles from './RoomSettings.module.css';
import { RuleSwitches } from './RuleSwitches';
import { useRoomChange, type AdministeredRoom } from './useRoomChange';

/** Who gets in, and what participants may do. */
export function RoomRules({ room }: { room: AdministeredRoom }) {
  const { t } = useTranslation();
  const change = useRoomChange(room);
  return (
    <>
      <AccessLevels
        label={t('access.title')}
        value={room.access_level}
        onChange={(level) => change({ access_level: level })}
      />
      <RuleSwitches
        label={t('host.rules')}
        configuration={room.configuration}
        onChange={(configuration) => change({ configuration })}
      />
      <p className={styles.quiet}>{t('settings.rulesHint')}</p>
    </>
  );
}
