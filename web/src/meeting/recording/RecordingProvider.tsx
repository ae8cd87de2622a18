import { useConnectionState, useIsRecording, useRoomInfo } from '@livekit/components-react';
import { ConnectionState } from 'livekit-client';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../i18n';
import { announce } from '../../ui/announce';
import { toast } from '../../ui/toast';
import { chime } from './chime';
import { recordingState, type RecordingState } from './state';
import { useOutcome } from './useOutcome';

type Phase = RecordingState['phase'];

const Context = createContext<RecordingState>({ phase: 'idle', mode: null });

export function useRecording(): RecordingState {
  return useContext(Context);
}

/** Follows the room's recording, shows it to everybody below, and says each change aloud. */
export function RecordingProvider({ children }: { children: ReactNode }) {
  const { metadata } = useRoomInfo();
  const isRecording = useIsRecording();
  const now = recordingState(metadata, useSettled(isRecording));
  const state = useMemo(() => ({ phase: now.phase, mode: now.mode }), [now.phase, now.mode]);
  useSpokenPhase(state.phase);
  useOutcome(state.phase);
  return <Context.Provider value={state}>{children}</Context.Provider>;
}

const spoken: Record<Exclude<Phase, 'idle'>, Key> = {
  starting: 'recording.announce.starting',
  recording: 'recording.announce.recording',
  saving: 'recording.announce.saving',
  aborted: 'recording.announce.aborted',
};

function useSpokenPhase(phase: Phase): void {
  const { t } = useTranslation();
  const isIn = useConnectionState() === ConnectionState.Connected;
  const before = useRef<Phase>('idle');
  useEffect(() => {
    if (!isIn || before.current === phase) return;
    const was = before.current;
    before.current = phase;
    if (phase === 'recording') chime(true);
    if (was === 'recording') chime(false);
    if (phase === 'aborted') toast(t(spoken.aborted), { isError: true });
    else if (phase === 'idle') announce(t('recording.announce.idle'));
    else announce(t(spoken[phase]), phase === 'recording');
  }, [phase, isIn, t]);
}

/**
 * The flag arrives a moment before or after the metadata it belongs to; by itself it is believed only when it stays,
 * so that a recording is not announced twice.
 */
function useSettled(flag: boolean): boolean {
  const [settled, setSettled] = useState(flag);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(flag), flag ? 500 : 0);
    return () => clearTimeout(timer);
  }, [flag]);
  return settled;
}
