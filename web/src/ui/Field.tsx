import { useId, type ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';
import styles from './Field.module.css';

interface FieldProps extends Omit<TextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  placeholder?: string;
  hint?: ReactNode;
  error?: ReactNode;
}

/** A line of text with its label, a hint, and what is wrong with it. */
export function Field({ label, placeholder, hint, error, ...rest }: FieldProps) {
  return (
    <TextField className={styles.field ?? ''} isInvalid={Boolean(error)} {...rest}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Input className={styles.input ?? ''} placeholder={placeholder ?? ''} />
      {hint && !error && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </TextField>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, text: string])[];
  onChange: (value: T) => void;
  hint?: string;
  isDisabled?: boolean;
}

/** One of several values. The browser's own select: best on phones, and long lists stay quick. */
export function Choice<T extends string>({ label, value, options, onChange, hint, isDisabled }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={value}
        disabled={isDisabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
