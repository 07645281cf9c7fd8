import { type ReactNode, useId } from 'react';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { said } from '../../words/said.ts';
import styles from './form.module.css';
import { useProblems, useReadOnly } from './use-draft.ts';

type Path = readonly (string | number)[];

/** Props of {@link FormField}. */
export interface FormFieldProps {
  readonly label: string;
  /** The way to the field in the codebook: its problems are shown beneath it. */
  readonly path: Path;
  readonly help?: string | undefined;
  readonly children: (ids: { readonly id: string; readonly describedBy: string }) => ReactNode;
}

/** A field of an entry: its name, its control, and what is wrong with it. */
export function FormField({ label, path, help, children }: FormFieldProps) {
  const id = useId();
  const describedBy = `${id}-words`;
  return (
    <div className={styles['field']}>
      <label className={styles['name']} htmlFor={id}>
        {label}
      </label>
      <div className={styles['control']}>
        {children({ id, describedBy })}
        <FieldWords id={describedBy} path={path} help={help} />
      </div>
    </div>
  );
}

/** What is wrong with a field, and what it is for. */
export function FieldWords(props: {
  readonly id?: string;
  readonly path: Path;
  readonly help?: string | undefined;
}) {
  const problems = useProblems(props.path);
  return (
    <div id={props.id} className={styles['words']}>
      {problems.map((message) => (
        <p key={message} className={styles['problem']}>
          {said(message)}
        </p>
      ))}
      {props.help === undefined ? null : <p className={styles['help']}>{props.help}</p>}
    </div>
  );
}

/** Props of {@link TextField}. */
export interface TextFieldProps {
  readonly label: string;
  readonly path: Path;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string | undefined;
  /** Several lines. */
  readonly long?: boolean;
  /** Characters it is wide; as wide as there is room where it is absent. */
  readonly width?: number;
}

/** A field with text in it. */
export function TextField(props: TextFieldProps) {
  const { label, path, value, onChange, help, long = false, width } = props;
  const readOnly = useReadOnly();
  const problems = useProblems(path);
  return (
    <FormField label={label} path={path} help={help}>
      {({ id, describedBy }) => {
        const shared = {
          id,
          value,
          readOnly,
          'aria-describedby': describedBy,
          'aria-invalid': problems.length > 0,
        };
        return long ? (
          <TextArea
            {...shared}
            words
            dir="auto"
            className={styles['long']}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <TextInput
            {...shared}
            dir="auto"
            {...(width === undefined ? {} : { maxLength: 8, 'data-narrow': true })}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </FormField>
  );
}

/** A group of controls under one name, such as boxes to tick. */
export function FormGroup(props: {
  readonly label: string;
  readonly path: Path;
  readonly help?: string | undefined;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <span id={id} className={styles['name']}>
        {props.label}
      </span>
      <div role="group" aria-labelledby={id} className={styles['control']}>
        {props.children}
        <FieldWords path={props.path} help={props.help} />
      </div>
    </div>
  );
}
