/** Fills the form's inputs from values, by what the schema says of each field. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PlannedField, Value } from './every-field.ts';

/** The pane in which an entry is edited; the preview shows the same fields. */
const fieldAt = (page: Page, path: string) => page.locator(`[data-mode="edit"] [data-key-path="${path}"]`);

/** Puts a value into a field that is empty, or changes the one that is there; lists only get longer. */
export async function fillField(page: Page, field: PlannedField, value: Value, path = field.name): Promise<void> {
  const at = fieldAt(page, path);
  const { kind, names, item, fields } = field;
  if (names) await chooseNamed(at, Array.isArray(value) ? value : [value]);
  else if (kind === 'list' && item?.choices && Array.isArray(value)) await chooseAmong(page, at, item.choices, value);
  else if (kind === 'list' && item && Array.isArray(value)) await fillList(page, item, value, path);
  else if (fields.length > 0) {
    // An optional group is there when it is ticked.
    const tick = at.locator('> .field-wrapper > .checkbox').getByRole('checkbox');
    await at.waitFor();
    if ((await tick.count()) > 0 && (await tick.getAttribute('aria-checked')) !== 'true') await tick.click();
    await expand(at);
    await fillGroup(page, fields, value, path);
  } else await fillInput(page, at, field, value);
}

/** Opens a group or an item of a list, if it is closed. A field's menu has a button of the same name. */
async function expand(at: Locator): Promise<void> {
  const inside = at.locator('[data-key-path]').first();
  const closed = at.getByRole('button', { name: 'Expand', exact: true }).first();
  await inside.or(closed).first().waitFor();
  if (!(await inside.isVisible())) await closed.click();
}

async function fillGroup(page: Page, fields: readonly PlannedField[], value: Value, path: string): Promise<void> {
  if (typeof value !== 'object' || Array.isArray(value)) return;
  for (const field of fields) {
    const own = value[field.name];
    if (own !== undefined) await fillField(page, field, own, `${path}.${field.name}`);
  }
}

async function fillList(page: Page, item: PlannedField, values: readonly Value[], path: string): Promise<void> {
  const at = fieldAt(page, path);
  await at.waitFor();
  for (const [index, value] of values.entries()) {
    const items = itemsOf(page, path);
    if ((await items.count()) <= index) await at.locator('.add-item, .toolbar').getByText(/^Add /).last().click();
    await expand(items.nth(index));
    if (item.fields.length > 0) await fillGroup(page, item.fields, value, `${path}.${index}`);
    else await fillField(page, item, value, `${path}.${index}`);
  }
}

async function fillInput(page: Page, at: Locator, { kind, choices = [] }: PlannedField, value: Value): Promise<void> {
  switch (kind) {
    case 'switch': {
      const input = at.getByRole('switch');
      return again(
        () => input.click(),
        async () => (await input.getAttribute('aria-checked')) === String(value),
      );
    }
    case 'choice': {
      // The first stands for no choice, if there need not be one.
      const radio = at.getByRole('radio').nth(choices.indexOf(String(value)) - choices.length);
      return again(
        () => radio.click(),
        async () => (await radio.getAttribute('aria-checked')) === 'true',
      );
    }
    case 'instant':
      return at.locator('input').first().fill(String(value));
    case 'pictureFile':
      return choosePicture(page, at, String(value).replace('/pictures/', ''));
    default:
      return at.locator('input, textarea').first().fill(String(value));
  }
}

async function choosePicture(page: Page, at: Locator, name: string): Promise<void> {
  await at.getByRole('button', { name: /^(?:Browse|Replace Image)$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Select Image' });
  await dialog.getByRole('option', { name }).click();
  await dialog.getByRole('button', { name: 'Insert' }).click();
}

/** Ticks the entries that are wanted, in their order, and no others. */
async function chooseNamed(at: Locator, wanted: readonly Value[]): Promise<void> {
  const boxes = at.getByRole('checkbox');
  await boxes.or(at.getByRole('radio')).first().waitFor();
  if ((await boxes.count()) === 0) return at.getByRole('radio', { name: String(wanted[0]) }).click();
  for (const box of await boxes.all()) if ((await box.getAttribute('aria-checked')) === 'true') await box.click();
  for (const slug of wanted) await at.getByRole('checkbox', { name: String(slug) }).click();
}

/** Chooses some values of those that a list may have: boxes to tick, or a menu if they are many. */
async function chooseAmong(
  page: Page,
  at: Locator,
  choices: readonly string[],
  wanted: readonly Value[],
): Promise<void> {
  const menu = at.getByRole('combobox');
  const boxes = at.getByRole('checkbox');
  await menu.or(boxes).first().waitFor();
  if ((await menu.count()) === 0) {
    for (const box of await boxes.all()) if ((await box.getAttribute('aria-checked')) === 'true') await box.click();
    for (const value of wanted) await boxes.nth(choices.indexOf(String(value))).click();
    return;
  }
  const chosen = at.getByRole('row');
  for (let left = await chosen.count(); left > 0; left -= 1) {
    await chosen.first().getByRole('button').click();
    await expect.poll(() => chosen.count()).toBe(left - 1);
  }
  // The menu has those that are not chosen yet.
  const others = [...choices];
  for (const value of wanted) {
    await menu.click();
    await page
      .getByRole('option')
      .nth(others.indexOf(String(value)))
      .click();
    others.splice(others.indexOf(String(value)), 1);
    await expect.poll(() => chosen.count()).toBe(choices.length - others.length);
  }
}

/** The items of a list. */
const itemsOf = (page: Page, path: string) => fieldAt(page, path).locator('.item-list > .item-wrapper');

/** Moves an item of a list one place up, with the keyboard. */
export async function moveUp(page: Page, path: string, index: number): Promise<void> {
  const items = itemsOf(page, path);
  const valuesAt = (at: number) => items.nth(at).locator('input, textarea').evaluateAll(valuesOf);
  const moved = JSON.stringify(await valuesAt(index));
  const handle = items.nth(index).getByRole('button', { name: 'Reorder Item' });
  await again(
    () => handle.press('ArrowUp'),
    async () => JSON.stringify(await valuesAt(index - 1)) === moved,
  );
}

/** How long an editor waits before doing something again: a form that is drawing itself anew misses a key or a click. */
const AGAIN_MS = 5_000;

/** Does something, and again if it has had no effect for a while. */
async function again(act: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
  let doneAt = -Infinity;
  const actUnlessDone = async () => {
    if (await isDone()) return true;
    if (performance.now() - doneAt > AGAIN_MS) {
      await act();
      doneAt = performance.now();
    }
    return isDone();
  };
  await expect.poll(actUnlessDone).toBe(true);
}

/** What stands in the inputs of an item: runs in the page. */
function valuesOf(inputs: Element[]): string[] {
  return inputs.map((input) => (input as HTMLInputElement).value);
}

/** Removes an item of a list. */
export async function removeItem(page: Page, path: string, index: number): Promise<void> {
  const before = await itemsOf(page, path).count();
  await itemsOf(page, path).nth(index).getByRole('button', { name: 'Remove', exact: true }).click();
  await itemsOf(page, path)
    .nth(before - 1)
    .waitFor({ state: 'detached' });
}

/** Empties a list, or takes away a group, that need not be there. */
export async function clearField(page: Page, field: PlannedField): Promise<void> {
  const at = fieldAt(page, field.name);
  if (field.names) await chooseNamed(at, []);
  else if (field.item?.choices) await chooseAmong(page, at, field.item.choices, []);
  else if (field.item) while ((await itemsOf(page, field.name).count()) > 0) await removeItem(page, field.name, 0);
  else await at.locator('> .field-wrapper > .checkbox').getByRole('checkbox').click();
}
