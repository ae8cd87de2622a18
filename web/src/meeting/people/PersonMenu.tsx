import { useLocalParticipant } from '@livekit/components-react';
import { Track, type Participant } from 'livekit-client';
import { EllipsisVertical, Hand, Pencil, ShieldCheck, ShieldOff, UserX, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { Menu, type Entry } from '../../ui/Menu';
import { toast } from '../../ui/toast';
import { useHands } from '../hands/HandsProvider';
import { useMeeting } from '../MeetingContext';
import { nameOf } from '../nameOf';
import { isHostRole } from '../useIsHost';
import { useModeration } from './moderation';
import styles from './People.module.css';
import type { Question } from './PeoplePanel';

interface Props {
  participant: Participant;
  isHidden: boolean;
  onAsk: (question: Question) => void;
}

/** What can be done about somebody: by hosts about others, by everybody about themselves. */
export function PersonMenu({ participant, isHidden, onAsk }: Props) {
  const { t } = useTranslation();
  const { isHost } = useMeeting();
  const own = useOwnEntries(onAsk);
  const others = useHostEntries(participant, isHidden, onAsk);
  const entries = participant.isLocal ? own : isHost ? others : [];
  if (entries.length === 0) return <span className={styles.sign} />;
  const label = t('people.actions', { name: nameOf(participant) });
  const trigger = (
    <IconButton label={label}>
      <EllipsisVertical aria-hidden />
    </IconButton>
  );
  return <Menu label={label} trigger={trigger} sections={[{ entries }]} />;
}

function useOwnEntries(onAsk: Props['onAsk']): Entry[] {
  const { t } = useTranslation();
  const { isOwnUp, toggleOwn } = useHands();
  return [
    {
      id: 'rename',
      text: t('people.rename'),
      icon: <Pencil aria-hidden />,
      onAction: () => onAsk({ about: 'rename' }),
    },
    { id: 'hand', text: t(isOwnUp ? 'hand.lower' : 'hand.raise'), icon: <Hand aria-hidden />, onAction: toggleOwn },
  ];
}

function useHostEntries(person: Participant, isHidden: boolean, onAsk: Props['onAsk']): Entry[] {
  const { t } = useTranslation();
  const { localParticipant } = useLocalParticipant();
  const { mute, lowerHand, giveRole } = useModeration();
  const name = nameOf(person);
  const { room_role: role, is_authenticated: known, handRaisedAt } = person.attributes;
  const isOwner = role === 'owner';
  const mayRemove = !isOwner || localParticipant.attributes.room_role === 'owner';
  const isPeer = isHostRole(person);
  const changeRole = () => {
    if (known === 'true') giveRole(person, isPeer ? 'member' : 'administrator');
    else toast(t('people.error.noAccount', { name }), { isError: true });
  };
  const camera: Entry = {
    id: 'camera',
    text: t('people.stopCamera'),
    icon: <VideoOff aria-hidden />,
    onAction: () => mute(person, Track.Source.Camera),
  };
  const hand: Entry = {
    id: 'hand',
    text: t('hand.lower'),
    icon: <Hand aria-hidden />,
    onAction: () => lowerHand(person),
  };
  const host: Entry = {
    id: 'role',
    text: t(isPeer ? 'people.demote' : 'people.promote'),
    icon: isPeer ? <ShieldOff aria-hidden /> : <ShieldCheck aria-hidden />,
    onAction: changeRole,
  };
  const remove: Entry = {
    id: 'remove',
    text: t('people.remove'),
    icon: <UserX aria-hidden />,
    onAction: () => onAsk({ about: 'remove', person }),
  };
  return [
    ...(isHidden ? [] : [camera]),
    ...(handRaisedAt ? [hand] : []),
    ...(isOwner ? [] : [host]),
    ...(mayRemove ? [remove] : []),
  ];
}
