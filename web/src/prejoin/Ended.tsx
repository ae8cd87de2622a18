import { useTranslation } from 'react-i18next';
import { MessagePage } from '../app/MessagePage';
import { useUser } from '../app/session';
import type { Key } from '../i18n';
import { Button, ButtonLink } from '../ui/Button';

/** How a meeting ended for this person. */
export type Ending = 'left' | 'removed' | 'elsewhere' | 'closed' | 'refused' | 'lost' | 'unreachable' | 'noMedia';

/** Why somebody is not in the meeting any more; `wait`: they have to be let in anew. */
export type Departure = Ending | 'wait';

const words: Record<Ending, { title: Key; text: Key }> = {
  left: { title: 'ended.left.title', text: 'ended.left.text' },
  removed: { title: 'ended.removed.title', text: 'ended.removed.text' },
  elsewhere: { title: 'ended.elsewhere.title', text: 'ended.elsewhere.text' },
  closed: { title: 'ended.closed.title', text: 'ended.closed.text' },
  refused: { title: 'ended.refused.title', text: 'ended.refused.text' },
  lost: { title: 'ended.lost.title', text: 'ended.lost.text' },
  unreachable: { title: 'ended.unreachable.title', text: 'ended.unreachable.text' },
  noMedia: { title: 'ended.noMedia.title', text: 'ended.noMedia.text' },
};

interface Props {
  ending: Ending;
  slug: string;
  onRejoin: () => void;
}

export function Ended({ ending, slug, onRejoin }: Props) {
  const { t } = useTranslation();
  const user = useUser();
  const actions = (
    <>
      {ending !== 'removed' && (
        <Button look="primary" onPress={onRejoin}>
          {t('ended.rejoin')}
        </Button>
      )}
      <ButtonLink href="/">{t('common.home')}</ButtonLink>
    </>
  );
  return (
    <MessagePage title={t(words[ending].title)} actions={actions}>
      <p>{t(words[ending].text, { slug })}</p>
      {user && ending === 'left' && <p>{t('ended.recordings')}</p>}
    </MessagePage>
  );
}
