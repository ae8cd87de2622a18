import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { enter } from '../api/queries';
import type { LiveKitAccess, Room } from '../api/types';
import { Page } from '../app/Page';
import { fetchMeetingAhead } from '../app/pages';
import { shownName, useUser } from '../app/session';
import { remember } from '../app/store';
import { recallChoices, rememberChoices } from './choices';
import { DevicePreview } from './DevicePreview';
import { JoinForm } from './JoinForm';
import styles from './PreJoin.module.css';
import { Waiting } from './Waiting';

interface Props {
  room: Room;
  /** Under which name this person was in, when a host has to let them in anew. */
  askingAs?: string | undefined;
  onJoin: (room: Room, name: string) => void;
  /** The room is not there any more. */
  onGone: () => void;
}

/** The door: see oneself, choose devices, say one's name, join; or ask the hosts, and wait here. Nothing else is in the way of joining. */
export function PreJoin({ room, askingAs, onJoin, onGone }: Props) {
  const user = useUser();
  const [choices, setChoices] = useState(recallChoices);
  const [typed, setTyped] = useState<string | null>(null);
  const [title, setTitle] = useState<string | null>(null);
  const [waitingAs, setWaitingAs] = useState(askingAs ?? null);
  const name = typed ?? shownName(user);
  useEffect(fetchMeetingAhead, []);
  useEffect(() => rememberChoices(choices), [choices]);
  const join = useMutation({
    mutationFn: (as: string) => enter(room.slug, as),
    onSuccess: (entered, as) => {
      if (!entered) onGone();
      else if (entered.livekit) onJoin(entered, as);
      else setWaitingAs(as);
    },
  });
  const submit = () => {
    const as = name.trim();
    if (typed !== null) remember('name', as === user?.full_name ? null : as);
    if (room.livekit) join.mutate(as);
    else setWaitingAs(as);
  };
  const leave = () => {
    setWaitingAs(null);
    setTitle(null);
  };
  const admitted = (livekit: LiveKitAccess) => onJoin({ ...room, livekit }, waitingAs ?? name);
  return (
    <Page title={title ?? room.name ?? room.slug}>
      <div className={styles.door}>
        <DevicePreview choices={choices} name={name} onChange={setChoices} />
        {waitingAs === null ? (
          <JoinForm room={room} name={name} onName={setTyped} join={join} onSubmit={submit} />
        ) : (
          <Waiting
            room={room}
            name={waitingAs}
            onAdmitted={admitted}
            onGone={onGone}
            onTitle={setTitle}
            onLeave={leave}
          />
        )}
      </div>
    </Page>
  );
}
