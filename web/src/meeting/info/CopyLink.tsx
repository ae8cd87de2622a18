import { Link as LinkIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { copy } from '../../ui/copy';
import { useMeeting } from '../MeetingContext';

/** Inviting is giving somebody the link. */
export function CopyLink() {
  const { t } = useTranslation();
  const { room } = useMeeting();
  return (
    <Button
      wide
      icon={<LinkIcon aria-hidden />}
      onPress={() => void copy(linkTo(room.slug), t('room.linkCopied'), t('common.notCopied'))}
    >
      {t('info.copy')}
    </Button>
  );
}

export function linkTo(slug: string): string {
  return `${location.origin}/${slug}`;
}
