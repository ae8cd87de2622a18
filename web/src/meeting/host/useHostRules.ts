import { useRoomContext } from '@livekit/components-react';
import { useMutation } from '@tanstack/react-query';
import type { Participant, Room } from 'livekit-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { updateRoom } from '../../api/queries';
import type { Source } from '../../api/types';
import { useFailureText } from '../../app/useFailureText';
import { sourcesOf } from '../../rooms/rules';
import { useDefaultSources } from '../../rooms/RuleSwitches';
import { toast } from '../../ui/toast';
import { useMeeting } from '../MeetingContext';
import type { RoomChange } from '../metadata';
import { isHostRole } from '../useIsHost';
import { tellAll } from './telling';

/** How far the people in the meeting have been given their new permissions. */
export interface Telling {
  readonly isRunning: boolean;
  readonly done: number;
  readonly total: number;
  readonly failed: readonly Participant[];
}

interface HostRules {
  /** Changes the room, shown at once and taken back with a sentence when the server refuses; then tells the people, if it is about them. */
  readonly change: (change: RoomChange, concernsPeople: boolean) => void;
  /** Tells those once more for whom it failed. */
  readonly retry: () => void;
  readonly telling: Telling;
}

interface Attempt {
  readonly change: RoomChange;
  readonly people: () => readonly Participant[];
}

export function useHostRules(): HostRules {
  const { t } = useTranslation();
  const live = useRoomContext();
  const { room, adopt } = useMeeting();
  const defaults = useDefaultSources();
  const failure = useFailureText();
  const [telling, setTelling] = useState<Telling>({ isRunning: false, done: 0, total: 0, failed: [] });
  const id = room.id ?? room.slug;
  const save = useMutation({
    // One after the other, people included: each sends the whole configuration, and the last one counts.
    scope: { id: `rules of ${id}` },
    mutationFn: async ({ change, people }: Attempt) => {
      const configuration = isEmpty(change) ? room.configuration : (await updateRoom(id, change)).configuration;
      const concerned = people();
      if (concerned.length === 0) return;
      const total = concerned.length;
      const show = (done: number) => setTelling({ isRunning: true, done, total, failed: [] });
      show(0);
      const failed = await tellAll(id, concerned, sourcesOf(configuration, defaults), show);
      setTelling({ isRunning: false, done: total, total, failed });
    },
    onMutate: ({ change }) => {
      const before = { configuration: room.configuration ?? {}, access_level: room.access_level };
      adopt(change);
      return before;
    },
    onError: (error, _attempt, before) => {
      if (before) adopt(before);
      toast(t('host.notChanged', { why: failure(error) }), { isError: true });
    },
    onSuccess: (_nothing, { change, people }, before) => {
      const now = sourcesOf(change.configuration, defaults);
      const removed = sourcesOf(before.configuration, defaults).filter((source) => !now.includes(source));
      if (change.configuration) void announceRemoval(live, people(), removed);
    },
  });
  const participants = () => [...live.remoteParticipants.values()].filter((person) => !isHostRole(person));
  return {
    change: (change, concernsPeople) => save.mutate({ change, people: concernsPeople ? participants : () => [] }),
    retry: () => save.mutate({ change: {}, people: () => telling.failed }),
    telling,
  };
}

function isEmpty(change: RoomChange): boolean {
  return Object.keys(change).length === 0;
}

/** Other clients of this API tell their people why when they get this message (web client contract 9.5); ours sees it in the permissions. */
async function announceRemoval(live: Room, people: readonly Participant[], removed: readonly Source[]): Promise<void> {
  if (removed.length === 0 || people.length === 0) return;
  const message = { type: 'permissionsRemoved', data: { removedSources: removed } };
  const destinationIdentities = people.map(({ identity }) => identity);
  await live.localParticipant
    .publishData(new TextEncoder().encode(JSON.stringify(message)), { reliable: true, destinationIdentities })
    .catch(() => undefined);
}
