import { useId } from 'react';
import styles from './Options.module.css';

interface Option<T extends string> {
  value: T;
  text: string;
  /** What choosing it means. */
  hint?: string;
}

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly Option<T>[];
  isDisabled?: boolean;
  onChange: (value: T) => void;
}

/** One of a few values, all of them seen with what they mean. */
export function Options<T extends string>({ label, value, options, isDisabled = false, onChange }: Props<T>) {
  const id = useId();
  return (
    <fieldset className={styles.options} disabled={isDisabled}>
      <legend className={styles.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option} data-chosen={option.value === value || undefined}>
          <input
            type="radio"
            name={id}
            aria-label={option.text}
            aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.words}>
            <span>{option.text}</span>
            {option.hint && (
              <span id={`${id}-${option.value}`} className={styles.hint}>
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
