import { useLocalParticipant } from '@livekit/components-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../../api/client';
import { rename } from '../../api/people';
import { remember } from '../../app/store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { useMeeting } from '../MeetingContext';
import { moderationFailure } from './moderation';

/** How oneself is called, for everybody at once. */
export function RenameDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { room, token, called } = useMeeting();
  const { localParticipant } = useLocalParticipant();
  const [name, setName] = useState(localParticipant.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (wanted: string) => rename(room.id ?? room.slug, wanted, token.current ?? ''),
    onSuccess: (_nothing, wanted) => {
      called(wanted);
      remember('name', wanted);
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    if (name.trim()) save.mutate(name.trim());
    else setProblem(t('prejoin.nameMissing'));
  };
  return (
    <Dialog title={t('people.rename')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field
          label={t('prejoin.name')}
          value={name}
          maxLength={80}
          error={problem}
          autoFocus
          onChange={(value) => {
            setName(value);
            setProblem(null);
          }}
        />
        {save.isError && (
          <Notice kind="danger">
            {t(isStatus(save.error, 403) ? 'people.error.officialName' : moderationFailure(save.error), { name })}
          </Notice>
        )}
        <p>
          <Button type="submit" look="primary" wide isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
