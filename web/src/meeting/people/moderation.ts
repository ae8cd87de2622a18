import { useRoomContext } from '@livekit/components-react';
import { Track, type Participant } from 'livekit-client';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/client';
import { giveRole, lowerHandOf, mute } from '../../api/people';
import type { Key } from '../../i18n';
import { mayMuteOthers } from '../../rooms/rules';
import { announce } from '../../ui/announce';
import { toast } from '../../ui/toast';
import { useMeeting } from '../MeetingContext';
import { sendMessage } from '../messages';
import { nameOf } from '../nameOf';

/** Why the server did not do to somebody what was asked (contract: rooms 12); each of its texts has its words here. */
export function moderationFailure(error: unknown): Key {
  if (!(error instanceof ApiError)) return 'failure.network';
  const said = JSON.stringify(error.body ?? '');
  switch (error.status) {
    case 401:
      return 'failure.signedOut';
    case 403:
      if (/presence|must be connected/.test(said)) return 'people.error.notInside';
      if (said.includes('your own role')) return 'people.error.ownRole';
      return said.includes('owners') ? 'people.error.owner' : 'people.error.mayNot';
    case 404:
      if (said.includes('no user account')) return 'people.error.noAccount';
      return said.includes('No Room') ? 'people.error.noRoom' : 'people.error.gone';
    case 429:
      return 'failure.tooMany';
    case 502:
    case 503:
      return 'people.error.media';
    default:
      return 'failure.server';
  }
}

/** Says why something failed that was done to somebody, or to oneself. */
export function useModerationFailure(): (error: unknown, person?: Participant) => void {
  const { t } = useTranslation();
  return useCallback(
    (error, person) => toast(t(moderationFailure(error), { name: person ? nameOf(person) : '' }), { isError: true }),
    [t],
  );
}

export interface Moderation {
  /** Whether this person may mute others: hosts always, everybody where the room allows it. */
  readonly mayMute: boolean;
  readonly mute: (person: Participant, source: Track.Source) => void;
  readonly muteAll: (people: readonly Participant[]) => void;
  readonly lowerHand: (person: Participant) => void;
  readonly giveRole: (person: Participant, role: 'administrator' | 'member') => void;
}

/** What this person can do to others now; every refusal is said. */
export function useModeration(): Moderation {
  const { t } = useTranslation();
  const live = useRoomContext();
  const { room, isHost, token } = useMeeting();
  const fail = useModerationFailure();
  const id = room.id ?? room.slug;
  const mayMute = isHost || mayMuteOthers(room.configuration);
  return useMemo(() => {
    const silence = async (person: Participant, source: Track.Source) => {
      const track = person.getTrackPublication(source);
      if (!track || track.isMuted) return;
      await mute(id, person.identity, track.trackSid, isHost ? null : token.current);
      await sendMessage(live, { type: 'participantMuted' }, [person.identity]);
    };
    return {
      mayMute,
      mute: (person, source) =>
        void silence(person, source).then(
          () => announce(t('people.muted', { name: nameOf(person) })),
          (error: unknown) => fail(error, person),
        ),
      muteAll: (people) =>
        void Promise.allSettled(people.map((person) => silence(person, Track.Source.Microphone))).then((outcomes) => {
          const failed = outcomes.filter(({ status }) => status === 'rejected').length;
          if (failed === 0) announce(t('people.allMuted'));
          else toast(t('people.notAllMuted', { count: failed }), { isError: true });
        }),
      lowerHand: (person) =>
        void lowerHandOf(id, person.identity, person.attributes).catch((error: unknown) => fail(error, person)),
      giveRole: (person, role) =>
        void giveRole(id, person.identity, role).then(
          () =>
            toast(
              t(role === 'administrator' ? 'people.promoted' : 'people.demoted', {
                name: nameOf(person),
              }),
            ),
          (error: unknown) => fail(error, person),
        ),
    };
  }, [id, isHost, mayMute, live, token, fail, t]);
}
