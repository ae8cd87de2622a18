import type { ReceivedChatMessage } from '@livekit/components-react';
import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '../../i18n/format';
import { nameOf } from '../nameOf';
import { IconButton } from '../../ui/IconButton';
import { toast } from '../../ui/toast';
import styles from './Chat.module.css';
import { useMeetingChat } from './ChatProvider';
import { linkify } from './linkify';

const longest = 2000;

export function ChatPanel() {
  const { t } = useTranslation();
  const { messages } = useMeetingChat();
  const list = useRef<HTMLDivElement>(null);
  const count = messages.length;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  return (
    <>
      <div ref={list} className={styles.log} role="log" aria-label={t('chat.messages')} tabIndex={0}>
        {count === 0 && <p className={styles.empty}>{t('chat.empty')}</p>}
        {count > 0 && (
          <ol className={styles.messages}>
            {messages.map((message) => (
              <Message key={message.id} message={message} />
            ))}
          </ol>
        )}
      </div>
      <Composer />
    </>
  );
}

function Message({ message: { from, message, timestamp } }: { message: ReceivedChatMessage }) {
  const { t } = useTranslation();
  const name = from ? nameOf(from) : t('chat.somebody');
  return (
    <li className={styles.message}>
      <p className={styles.head}>
        <span className={styles.name}>{from?.isLocal ? t('stage.you', { name }) : name}</span>
        <time dateTime={new Date(timestamp).toISOString()}>{clock(timestamp)}</time>
      </p>
      <p className={styles.text}>
        {linkify(message).map(({ text, href }, index) =>
          href ? (
            <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
    </li>
  );
}

function Composer() {
  const { t } = useTranslation();
  const { send } = useMeetingChat();
  const [text, setText] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const message = text.trim();
    if (!message) return;
    setText('');
    send(message).catch(() => {
      setText((typed) => typed || message);
      toast(t('chat.notSent'), { isError: true });
    });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <form className={styles.composer} onSubmit={submit}>
      <textarea
        className={styles.input}
        aria-label={t('chat.message')}
        placeholder={t('chat.message')}
        rows={Math.min(5, text.split('\n').length)}
        maxLength={longest}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keys}
      />
      <IconButton label={t('chat.send')} type="submit">
        <SendHorizontal aria-hidden />
      </IconButton>
    </form>
  );
}
