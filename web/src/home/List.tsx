import type { UseQueryResult } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../api/types';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import styles from './List.module.css';

interface Props<T> {
  title: string;
  /** What will appear here one day, said while there is nothing. */
  empty: string;
  query: UseQueryResult<Page<T>>;
  page: number;
  onPage: (page: number) => void;
  children: (item: T) => ReactNode;
}

/** A page of the person's things, with each state it can be in. */
export function List<T>({ title, empty, query, page, onPage, children }: Props<T>) {
  const { t } = useTranslation();
  const id = useId();
  const { data } = query;
  return (
    <section aria-labelledby={id} className={styles.list}>
      <h2 id={id}>{title}</h2>
      {query.isPending && <Loading />}
      {query.isError && (
        <Notice kind="danger" action={<Button onPress={() => void query.refetch()}>{t('common.retry')}</Button>}>
          {t('failure.list')}
        </Notice>
      )}
      {data?.count === 0 && <p className={styles.empty}>{empty}</p>}
      {data && data.results.length > 0 && <ul className={styles.rows}>{data.results.map(children)}</ul>}
      {data && (data.next !== null || page > 1) && (
        <nav className={styles.pages} aria-label={t('list.pagesOf', { title })}>
          <IconButton label={t('list.previous')} isDisabled={page === 1} onPress={() => onPage(page - 1)}>
            <ChevronLeft aria-hidden />
          </IconButton>
          <span className={styles.quiet}>{t('list.page', { page })}</span>
          <IconButton label={t('list.next')} isDisabled={data.next === null} onPress={() => onPage(page + 1)}>
            <ChevronRight aria-hidden />
          </IconButton>
        </nav>
      )}
    </section>
  );
}
