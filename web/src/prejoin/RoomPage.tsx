import { useQuery } from '@tanstack/react-query';
import { Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roomQuery } from '../api/queries';
import type { Room } from '../api/types';
import { MessagePage } from '../app/MessagePage';
import { Page } from '../app/Page';
import { useUser } from '../app/session';
import { Meeting } from '../app/pages';
import { Button } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { Ended, type Departure, type Ending } from './Ended';
import { NoRoom } from './NoRoom';
import { PreJoin } from './PreJoin';
import { isBarred, Removed } from './Removed';

type Step =
  | { at: 'door'; askingAs?: string }
  | { at: 'gone' }
  | { at: 'inside'; room: Room; name: string }
  | { at: 'ended'; ending: Ending };

/** One room, from its door to the end of the meeting. */
export default function RoomPage({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const query = useQuery(roomQuery(slug));
  const user = useUser();
  const [step, setStep] = useState<Step>({ at: 'door' });
  const end = useCallback(
    (ending: Departure) =>
      setStep((before) => {
        if (ending !== 'wait') return { at: 'ended', ending };
        return before.at === 'inside' ? { at: 'door', askingAs: before.name } : { at: 'door' };
      }),
    [],
  );
  const again = () => {
    setStep({ at: 'door' });
    void query.refetch();
  };

  if (step.at === 'inside') {
    return (
      <Suspense fallback={<Waiting />}>
        <Meeting room={step.room} name={step.name} onEnd={end} />
      </Suspense>
    );
  }
  if (step.at === 'ended') return <Ended ending={step.ending} slug={slug} onRejoin={again} />;
  if (step.at === 'gone') return <MessagePage title={t('lobby.gone.title')}>{t('lobby.gone.text')}</MessagePage>;
  if (query.isPending) return <Waiting />;
  if (query.isError) {
    const retry = (
      <Button look="primary" onPress={() => void query.refetch()}>
        {t('common.retry')}
      </Button>
    );
    return (
      <MessagePage title={t('room.unread.title')} actions={retry}>
        {t('room.unread.text')}
      </MessagePage>
    );
  }
  if (query.data === null) return <NoRoom slug={slug} onCreated={() => void query.refetch()} />;
  if (isBarred(query.data, user)) return <Removed />;
  return (
    <PreJoin
      room={query.data}
      askingAs={step.askingAs}
      onJoin={(room, name) => setStep({ at: 'inside', room, name })}
      onGone={() => setStep({ at: 'gone' })}
    />
  );
}

function Waiting() {
  return (
    <Page>
      <Loading lines={4} />
    </Page>
  );
}
