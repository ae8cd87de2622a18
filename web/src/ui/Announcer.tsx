import { useEffect, useState } from 'react';
import { onAnnouncement, type Announcement } from './announce';

const grouping = 600;

/** The page's two live regions, heard beside a dialog too. Polite announcements that come together are read as one. */
export function Announcer() {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  useEffect(() => {
    let waiting: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      setPolite(waiting.join('. '));
      waiting = [];
      timer = undefined;
    };
    const hear = ({ text, assertive: now, id }: Announcement) => {
      if (now) {
        setAssertive(id % 2 ? text : `${text}\u00a0`);
        return;
      }
      waiting.push(text);
      timer ??= setTimeout(flush, grouping);
    };
    const off = onAnnouncement(hear);
    return () => {
      off();
      clearTimeout(timer);
    };
  }, []);
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite" data-live-announcer="true" data-testid="polite">
        {polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive" data-live-announcer="true">
        {assertive}
      </div>
    </>
  );
}
