import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link as LinkIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../api/client';
import { createShare, sharesQuery } from '../api/queries';
import type { NewShare, Recording, SharePage } from '../api/types';
import { useFailureText } from '../app/useFailureText';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { NewLink } from './NewLink';
import { ShareList } from './ShareList';
import styles from './Sharing.module.css';
import { lives } from './lives';

/** Links for people without an account; nothing where the server makes none. */
export function Sharing({ recording, zone }: { recording: Recording; zone: string }) {
  const { t } = useTranslation();
  const { data: page, isError, refetch } = useQuery(sharesQuery(recording.id));
  if (!page && !isError) return null;
  return (
    <section className={styles.sharing} aria-labelledby="sharing">
      <h2 id="sharing">{t('share.title')}</h2>
      <p className={styles.quiet}>{t('share.text')}</p>
      {isError && (
        <Notice kind="danger" action={<Button onPress={() => void refetch()}>{t('common.retry')}</Button>}>
          {t('failure.list')}
        </Notice>
      )}
      {page && <MakeLink recording={recording} page={page} />}
      {page && <ShareList recording={recording} shares={page.results} zone={zone} />}
    </section>
  );
}

function MakeLink({ recording, page }: { recording: Recording; page: SharePage }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const failure = useFailureText();
  const [days, setDays] = useState(String(page.default_days));
  const [made, setMade] = useState<readonly NewShare[]>([]);
  const make = useMutation({
    mutationFn: () => createShare(recording.id, Number(days)),
    onSuccess: (share) => {
      // told this once: it stays here until the page is left, whatever happens to the list, or to the next link
      setMade((before) => [share, ...before]);
      client.setQueryData(
        sharesQuery(recording.id).queryKey,
        (old) => old && { ...old, results: [share, ...old.results] },
      );
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['recording', recording.id] }),
  });
  const options = lives(page).map((each) => [String(each), t('share.days', { count: each })] as const);
  return (
    <>
      <div className={styles.form}>
        <Choice label={t('share.life')} value={days} options={options} onChange={setDays} />
        <Button icon={<LinkIcon aria-hidden />} isPending={make.isPending} onPress={() => make.mutate()}>
          {t('share.make')}
        </Button>
      </div>
      {make.isError && (
        <Notice kind="danger">{isStatus(make.error, 409) ? t('share.tooMany') : failure(make.error)}</Notice>
      )}
      {made
        .filter((share) => page.results.some(({ id }) => id === share.id))
        .map(({ id, link }) => (
          <NewLink key={id} address={location.origin + link} />
        ))}
    </>
  );
}
