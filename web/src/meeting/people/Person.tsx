import { useIsMuted, useIsSpeaking, useParticipantInfo } from '@livekit/components-react';
import { Track, type Participant } from 'livekit-client';
import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { IconButton } from '../../ui/IconButton';
import { isHostRole } from '../useIsHost';
import { useModeration } from './moderation';
import styles from './People.module.css';
import type { Question } from './PeoplePanel';
import { PersonMenu } from './PersonMenu';

interface Props {
  participant: Participant;
  onAsk: (question: Question) => void;
}

/** One person of the meeting in the list. */
export function Person({ participant, onAsk }: Props) {
  const { t } = useTranslation();
  const info = useParticipantInfo({ participant });
  const isSpeaking = useIsSpeaking(participant);
  const isMuted = useIsMuted({ participant, source: Track.Source.Microphone });
  const isHidden = useIsMuted({ participant, source: Track.Source.Camera });
  const { mayMute, mute } = useModeration();
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
      {isHidden ? (
        <VideoOff role="img" aria-label={t('people.cameraOff')} />
      ) : (
        <Video role="img" aria-label={t('people.cameraOn')} />
      )}
      {mayMute && !isMuted && !participant.isLocal ? (
        <IconButton label={t('people.mute', { name })} onPress={() => mute(participant, Track.Source.Microphone)}>
          <Mic aria-hidden />
        </IconButton>
      ) : (
        <span className={styles.sign}>
          {isMuted ? (
            <MicOff role="img" aria-label={t('people.microphoneOff')} />
          ) : (
            <Mic role="img" aria-label={t('people.microphoneOn')} />
          )}
        </span>
      )}
      <PersonMenu participant={participant} isHidden={isHidden} onAsk={onAsk} />
    </li>
  );
}
