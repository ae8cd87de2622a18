import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startRecording, stopRecording } from '../../api/queries';
import { language, languages, type Key, type Language } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Choice } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { failureKey } from './failure';

interface Props {
  room: string;
  modes: readonly string[];
  /** Which of the two is asked. It stays what it was when it was opened, whatever the room does meanwhile. */
  question: 'start' | 'stop' | null;
  onClose: () => void;
}

const modeNames: Record<string, Key> = {
  screen_recording: 'recording.mode.screen',
  transcript: 'recording.mode.audio',
};

/** The one question before a recording begins, and before it ends. */
export function RecordingDialog(props: Props) {
  switch (props.question) {
    case 'start':
      return <StartDialog {...props} />;
    case 'stop':
      return <StopDialog {...props} />;
    case null:
      return null;
  }
}

function StartDialog({ room, modes, onClose }: Props) {
  const { t } = useTranslation();
  const known = modes.filter((mode) => mode in modeNames);
  const [mode, setMode] = useState(known[0] ?? 'screen_recording');
  const [words, setWords] = useState<Language>(language);
  const start = useMutation({ mutationFn: () => startRecording(room, mode, words), onSuccess: onClose });
  const actions = (
    <>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
      <Button look="primary" isPending={start.isPending} onPress={() => start.mutate()}>
        {t('recording.start')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('recording.startTitle')} isOpen onClose={onClose} actions={actions}>
      <p>{t('recording.startText')}</p>
      {known.length > 1 && (
        <Choice
          label={t('recording.mode')}
          value={mode}
          options={known.map((each) => [each, t(modeNames[each] ?? 'recording.mode.screen')] as const)}
          onChange={setMode}
        />
      )}
      <Choice
        label={t('recording.language')}
        value={words}
        options={Object.entries(languages) as [Language, string][]}
        onChange={setWords}
      />
      {start.isError && <Notice kind="danger">{t(failureKey(start.error, 'start'))}</Notice>}
    </Dialog>
  );
}

function StopDialog({ room, onClose }: Props) {
  const { t } = useTranslation();
  const stop = useMutation({ mutationFn: () => stopRecording(room), onSuccess: onClose });
  const actions = (
    <>
      <Button onPress={onClose}>{t('recording.continue')}</Button>
      <Button look="danger" isPending={stop.isPending} onPress={() => stop.mutate()}>
        {t('recording.stop')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('recording.stopTitle')} isOpen urgent onClose={onClose} actions={actions}>
      <p>{t('recording.stopText')}</p>
      {stop.isError && <Notice kind="danger">{t(failureKey(stop.error, 'stop'))}</Notice>}
    </Dialog>
  );
}
