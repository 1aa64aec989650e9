import { describe, expect, it } from 'vitest';
import { keepAlignment } from '#src/admin/keep-alignment.ts';

const BEFORE = 'Boats:\n\n| Day | Boats |\n|:----|------:|\n| Monday | 2 |\n\nEnd.';
const table = (rule: string, head = '| Day | Boats |') => `Boats:\n\n${head}\n${rule}\n| Tuesday | 3 |\n`;

describe('the columns of a table that the form wrote anew', () => {
  it('are aligned as they were', () => {
    expect(keepAlignment(table('| --- | --- |'), BEFORE)).toBe(table('| :---- | ------: |'));
  });

  it('are so under another head too, if there is one table', () => {
    const head = '| Day | Ferries |';
    expect(keepAlignment(table('| --- | --- |', head), BEFORE)).toBe(table('| :---- | ------: |', head));
    const two = `${table('| --- | --- |', head)}\n${table('| --- | --- |')}`;
    expect(keepAlignment(two, BEFORE)).toBe(`${table('| --- | --- |', head)}\n${table('| :---- | ------: |')}`);
  });

  it('stay as they are if somebody aligned them, if there are more of them, or in an example', () => {
    for (const body of [
      table('| :-: | --- |'),
      '| Day | Boats | Trains |\n| --- | --- | --- |\n| 1 | 2 | 3 |',
      '```\n| Day | Boats |\n| --- | --- |\n```',
      'A line | of words\n---\n',
      'No table.',
    ])
      expect(keepAlignment(body, BEFORE)).toBe(body);
    expect(keepAlignment(table('| --- | --- |'), table('| --- | --- |'))).toBe(table('| --- | --- |'));
  });
});
