import type { Field } from '@sveltia/cms';

/** The parts of a field that name it. */
type Named = Pick<Field, 'name'> & {
  label?: string | undefined;
  hint?: string | undefined;
  fields?: readonly Named[] | undefined;
};

/** What editors call the field at a path of the form: `corrections.0.text` is “Corrections 1 › Text”. */
export function fieldLabel(fields: readonly Named[], path: string): string {
  const labels: string[] = [];
  let within: readonly Named[] = fields;
  for (const part of path.split('.')) {
    const field = within.find(({ name }) => name === part);
    if (field) labels.push(field.label ?? field.name);
    else if (/^\d+$/.test(part)) labels.push(`${labels.pop() ?? ''} ${Number(part) + 1}`.trim());
    else labels.push(part);
    within = field?.fields ?? within;
  }
  return labels.join(' › ');
}

/** The hint of the field at a path of the form; undefined if it has none. */
export function fieldHint(fields: readonly Named[], path: string): string | undefined {
  const [name, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part));
  const field = fields.find((candidate) => candidate.name === name);
  return rest.length === 0 ? field?.hint : fieldHint(field?.fields ?? [], rest.join('.'));
}
