import { Link as LinkIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { toast } from '../../ui/toast';
import { useMeeting } from '../MeetingContext';

/** Inviting is giving somebody the link. */
export function CopyLink() {
  const { t } = useTranslation();
  const { room } = useMeeting();
  const copy = () => {
    navigator.clipboard.writeText(linkTo(room.slug)).then(
      () => toast(t('room.linkCopied')),
      () => toast(t('room.linkNotCopied'), { isError: true }),
    );
  };
  return (
    <Button wide icon={<LinkIcon aria-hidden />} onPress={copy}>
      {t('info.copy')}
    </Button>
  );
}

export function linkTo(slug: string): string {
  return `${location.origin}/${slug}`;
}
