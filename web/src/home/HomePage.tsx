import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/Page';
import { fetchMeetingAhead } from '../app/pages';
import { signIn, useUser } from '../app/session';
import { Button } from '../ui/Button';
import { Loading } from '../ui/Loading';
import { CreateMeeting } from './CreateMeeting';
import styles from './HomePage.module.css';
import { JoinMeeting } from './JoinMeeting';
import { MyRecordings } from './MyRecordings';
import { MyRooms } from './MyRooms';

export default function HomePage() {
  const { t } = useTranslation();
  const user = useUser();
  useEffect(fetchMeetingAhead, []);
  return (
    <Page>
      <div className={styles.start}>
        <div className={styles.words}>
          <h1>{t('home.title')}</h1>
          <p>{t('home.text')}</p>
        </div>
        <div className={styles.card}>
          {user === undefined && <Loading />}
          {user === null && (
            <section aria-labelledby="begin" className={styles.section}>
              <h2 id="begin">{t('home.create.title')}</h2>
              <p className={styles.quiet}>{t('home.guest')}</p>
              <Button look="primary" wide onPress={() => signIn()}>
                {t('home.signInToCreate')}
              </Button>
            </section>
          )}
          {user && <CreateMeeting />}
          <hr className={styles.rule} />
          <JoinMeeting />
        </div>
      </div>
      {user && (
        <div className={styles.mine}>
          <MyRooms />
          <MyRecordings />
        </div>
      )}
    </Page>
  );
}
