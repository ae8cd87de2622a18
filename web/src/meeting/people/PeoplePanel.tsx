import { useIsMuted, useIsSpeaking, useParticipantInfo, useParticipants } from '@livekit/components-react';
import { Track, type Participant } from 'livekit-client';
import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { CopyLink } from '../info/CopyLink';
import { isHostRole } from '../useIsHost';
import styles from './People.module.css';

export function PeoplePanel() {
  const { t } = useTranslation();
  const people = useParticipants();
  return (
    <>
      <p className={styles.count}>{t('people.count', { count: people.length })}</p>
      <ul className={styles.people} aria-label={t('people.title')}>
        {people.map((participant) => (
          <Person key={participant.identity} participant={participant} />
        ))}
      </ul>
      <div className={styles.invite}>
        <CopyLink />
      </div>
    </>
  );
}

function Person({ participant }: { participant: Participant }) {
  const { t } = useTranslation();
  const info = useParticipantInfo({ participant });
  const isSpeaking = useIsSpeaking(participant);
  const isMuted = useIsMuted({ participant, source: Track.Source.Microphone });
  const isHidden = useIsMuted({ participant, source: Track.Source.Camera });
  const name = info.name || info.identity || '';
  const { color, is_authenticated: known } = participant.attributes;
  const standing = isHostRole(participant) ? t('people.host') : known === 'true' ? null : t('people.guest');
  return (
    <li className={styles.person} data-speaking={isSpeaking || undefined}>
      <Avatar name={name} color={color} />
      <span className={styles.words}>
        <span className={styles.name}>{participant.isLocal ? t('stage.you', { name }) : name}</span>
        {standing && <span className={styles.quiet}>{standing}</span>}
      </span>
      {isMuted ? (
        <MicOff role="img" aria-label={t('people.microphoneOff')} />
      ) : (
        <Mic role="img" aria-label={t('people.microphoneOn')} />
      )}
      {isHidden ? (
        <VideoOff role="img" aria-label={t('people.cameraOff')} />
      ) : (
        <Video role="img" aria-label={t('people.cameraOn')} />
      )}
    </li>
  );
}
