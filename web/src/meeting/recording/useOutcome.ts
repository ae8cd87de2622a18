import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import type { Page, Recording } from '../../api/types';
import { isUnderWay, stage } from '../../recordings/status';
import { toast } from '../../ui/toast';
import { useMeeting } from '../MeetingContext';
import type { RecordingState } from './state';

const interval = 2000;
const attempts = 30;

/** Tells the person who owns the recording how it ended, and offers to watch it. */
export function useOutcome(phase: RecordingState['phase']): void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { room, isHost } = useMeeting();
  const before = useRef(phase);
  const { id } = room;
  useEffect(() => {
    const was = before.current;
    before.current = phase;
    const isOver = was !== 'idle' && was !== 'aborted' && (phase === 'idle' || phase === 'aborted');
    if (!isOver || !isHost || id === null) return;
    const stop = new AbortController();
    void settled(id, stop.signal).then((recording) => {
      if (!recording) return;
      void client.invalidateQueries({ queryKey: ['recordings'] });
      if (stage(recording) === 'ready') {
        const open = () => void window.open(`/recording/${recording.id}`, '_blank', 'noopener');
        toast(t('recording.outcome.ready'), { action: { text: t('recording.outcome.watch'), run: open } });
      } else if (stage(recording) === 'failed') {
        toast(t('recording.outcome.failed'), { isError: true });
      }
    });
    return () => stop.abort();
  }, [phase, isHost, id, client, t]);
}

/** The newest recording of the room once it is settled; undefined when this person has none, or it takes too long. */
async function settled(room: string, signal: AbortSignal): Promise<Recording | undefined> {
  for (let attempt = 0; attempt < attempts && !signal.aborted; attempt++) {
    const newest = await newestOf(room, signal);
    if (!newest || !isUnderWay(newest)) return newest;
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
  return undefined;
}

async function newestOf(room: string, signal: AbortSignal): Promise<Recording | undefined> {
  try {
    const page = await call<Page<Recording>>('GET', 'recordings/?page_size=20', undefined, signal);
    return page.results.find((recording) => recording.room.id === room);
  } catch {
    return undefined;
  }
}
