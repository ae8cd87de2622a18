import { useQuery } from '@tanstack/react-query';
import { Copy, Link as LinkIcon, Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '../api/queries';
import type { Room } from '../api/types';
import { Button } from '../ui/Button';
import { copy } from '../ui/copy';
import { asText, dialing, grouped, invitationTo } from './invitation';
import styles from './Rooms.module.css';

/** How others get in, to be read out, copied or sent on. */
export function InvitationCard({ room }: { room: Room }) {
  const { t } = useTranslation();
  const telephony = useQuery(configurationQuery).data?.telephony;
  const invitation = invitationTo(room, telephony?.enabled ? telephony.international_phone_number : null);
  const { link, phone, pin } = invitation;
  const name = room.name ?? room.slug;
  const text = asText(t, name, invitation);
  return (
    <div className={styles.invitation}>
      <p className={styles.link}>{link}</p>
      {phone && pin && (
        <dl className={styles.phone}>
          <dt>{t('invite.phone')}</dt>
          <dd>
            <a href={dialing(phone, pin)}>{phone}</a>
          </dd>
          <dt>{t('invite.pin')}</dt>
          <dd>{grouped(pin)}</dd>
        </dl>
      )}
      <div className={styles.actions}>
        <Button
          icon={<LinkIcon aria-hidden />}
          onPress={() => void copy(link, t('room.linkCopied'), t('common.notCopied'))}
        >
          {t('info.copy')}
        </Button>
        <Button icon={<Copy aria-hidden />} onPress={() => void copy(text, t('invite.copied'), t('common.notCopied'))}>
          {t('invite.copy')}
        </Button>
        {canShare() && (
          <Button
            icon={<Share2 aria-hidden />}
            onPress={() => void navigator.share({ title: name, text }).catch(() => undefined)}
          >
            {t('invite.share')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Phones hand a text to any of their programs. */
function canShare(): boolean {
  return 'share' in navigator && typeof navigator.share === 'function';
}
