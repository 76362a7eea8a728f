import type { Locator } from 'playwright-core';
import type { Person } from '../../support/persons';
import type { Desk } from './desk';

/** Opens a new registration of the item and gives who applies, name and number; what else is asked is the walk's own. */
export async function beginRegistration({ page }: Desk, itemCode: string, person: Person): Promise<Locator> {
  await page.goto('/new');
  await page.getByRole('combobox', { name: '事项' }).waitFor();
  await page.keyboard.type(itemCode);
  await page.getByRole('option', { name: itemCode }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  const applicant = page.getByRole('region', { name: '申请人' });
  await applicant.getByLabel('身份证号').fill(person.idNumber);
  await applicant.getByLabel('姓名').fill(person.name);
  return applicant;
}

/** A transfer out to 青岛, filled in and not handed in. */
export async function fillTransfer(desk: Desk, person: Person): Promise<void> {
  const applicant = await beginRegistration(desk, 'YT-2.2', person);
  await applicant.getByLabel('联系电话').fill(person.phone);
  await choosePlace(desk);
}

export async function choosePlace({ page }: Desk): Promise<void> {
  await page.getByRole('region', { name: '申请内容' }).getByRole('combobox').fill('青岛');
  await page.keyboard.press('Enter');
}

export const handIn = ({ page }: Desk): Promise<void> =>
  page.getByRole('button', { name: '登记', exact: true }).click();
