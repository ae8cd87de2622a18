import { useParticipants } from '@livekit/components-react';
import { RoomEvent, type Participant } from 'livekit-client';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toggleHand } from '../../api/people';
import { announce } from '../../ui/announce';
import { dismissTopic, toast } from '../../ui/toast';
import { useMeeting } from '../MeetingContext';
import { nameOf } from '../nameOf';
import { useModerationFailure } from '../people/moderation';
import { raisedHands } from './hands';

interface Hands {
  /** Who has a hand up, in order. */
  readonly raised: readonly Participant[];
  readonly isOwnUp: boolean;
  readonly toggleOwn: () => void;
}

const Context = createContext<Hands>({ raised: [], isOwnUp: false, toggleOwn: () => undefined });

export function useHands(): Hands {
  return useContext(Context);
}

const changes = [RoomEvent.ParticipantAttributesChanged];

/** Follows raised hands, tells of them, and raises or lowers one's own. */
export function HandsProvider({ children }: { children: ReactNode }) {
  const people = useParticipants({ updateOnlyOn: changes });
  const raised = raisedHands(people);
  const isOwnUp = raised.some(({ isLocal }) => isLocal);
  const toggleOwn = useOwnHand(isOwnUp);
  useHandNotices(raised);
  const key = raised.map(({ identity }) => identity).join('\n');
  // The list is made anew at each render, and is the same as long as the same hands are up.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const hands = useMemo(() => ({ raised, isOwnUp, toggleOwn }), [key, isOwnUp, toggleOwn]);
  return <Context.Provider value={hands}>{children}</Context.Provider>;
}

function useOwnHand(isUp: boolean): () => void {
  const { room, token } = useMeeting();
  const fail = useModerationFailure();
  const id = room.id ?? room.slug;
  return useCallback(() => {
    if (token.current) toggleHand(id, !isUp, token.current).catch((error: unknown) => fail(error));
  }, [id, token, isUp, fail]);
}

/** Hands that go up are said to everybody and shown to hosts; one's own is said when it goes up or down, whoever did it. */
function useHandNotices(raised: readonly Participant[]): void {
  const { t } = useTranslation();
  const { isHost, panel, openPanel } = useMeeting();
  const isListed = panel === 'people';
  const known = useRef<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => {
    const before = known.current;
    known.current = new Map(raised.map(({ identity, isLocal }) => [identity, isLocal]));
    const fresh = raised.filter(({ identity }) => !before.has(identity));
    if ([...before].some(([identity, isLocal]) => isLocal && !known.current.has(identity))) announce(t('hand.ownDown'));
    if (raised.length === 0 || isListed) dismissTopic('hand');
    for (const person of fresh) {
      const text = person.isLocal ? t('hand.ownUp') : t('hand.up', { name: nameOf(person) });
      if (isHost && !isListed && !person.isLocal) {
        toast(text, { topic: 'hand', action: { text: t('lobby.host.see'), run: () => openPanel('people') } });
      } else announce(text);
    }
  }, [raised, isHost, isListed, openPanel, t]);
}
