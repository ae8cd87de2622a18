import { useQuery } from '@tanstack/react-query';
import { Copy, DoorOpen, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { myRoomsQuery } from '../api/queries';
import type { Room } from '../api/types';
import { Link, navigate } from '../app/router';
import { IconButton } from '../ui/IconButton';
import { copy } from '../ui/copy';
import { List } from './List';
import styles from './List.module.css';

export function MyRooms() {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const rooms = useQuery(myRoomsQuery(page));
  return (
    <List title={t('home.rooms.title')} empty={t('home.rooms.empty')} query={rooms} page={page} onPage={setPage}>
      {(room) => <RoomRow key={room.slug} room={room} />}
    </List>
  );
}

function RoomRow({ room }: { room: Room }) {
  const { t } = useTranslation();
  const name = room.name ?? room.slug;
  const link = `${location.origin}/${room.slug}`;
  return (
    <li className={styles.row}>
      <DoorOpen aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <Link href={`/${room.slug}`} className={styles.name}>
          {name}
        </Link>
        {name !== room.slug && <span className={styles.quiet}>{room.slug}</span>}
      </div>
      {room.accesses && (
        <IconButton label={t('settings.of', { name })} onPress={() => navigate(`/${room.slug}/settings`)}>
          <Settings2 aria-hidden />
        </IconButton>
      )}
      <IconButton
        label={t('room.copyLinkOf', { name })}
        onPress={() => void copy(link, t('room.linkCopied'), t('common.notCopied'))}
      >
        <Copy aria-hidden />
      </IconButton>
    </li>
  );
}
