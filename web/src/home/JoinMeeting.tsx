import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isReserved, navigate } from '../app/router';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import styles from './HomePage.module.css';
import { slugIn } from './names';

export function JoinMeeting() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const slug = slugIn(text, location.origin);
    if (slug && !isReserved(slug)) navigate(`/${slug}`);
    else setProblem(t(text.trim() ? 'home.join.invalid' : 'home.join.empty'));
  };
  return (
    <section aria-labelledby="join" className={styles.section}>
      <h2 id="join">{t('home.join.title')}</h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          label={t('home.join.code')}
          placeholder="mok-tiva-ruz"
          value={text}
          error={problem}
          autoComplete="off"
          onChange={(value) => {
            setText(value);
            setProblem(null);
          }}
        />
        <Button type="submit" wide>
          {t('home.join.submit')}
        </Button>
      </form>
    </section>
  );
}
