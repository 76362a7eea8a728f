import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from 'playwright-core';

export class Desk {
  /** Errors of scripts and of the console, of every page opened here. */
  readonly complaints: string[] = [];
  private expected: RegExp[] = [];

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly who = 'nobody',
  ) {
    page.on('pageerror', (error) => this.complain(`${error.name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complain(`${message.text()} (${message.location().url})`);
    });
  }

  /** The browser itself notes each refused or failed request on the console; a walk that provokes one says so. */
  expectOnConsole(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  private complain(words: string): void {
    if (!this.expected.some((pattern) => pattern.test(words))) this.complaints.push(`${this.who}: ${words}`);
  }

  async openCase(caseNo: string): Promise<void> {
    await this.page.goto(`/cases/${caseNo}`);
    await this.turn.waitFor();
  }

  /** Whose turn it is and what may be done. */
  get turn(): Locator {
    return this.page.getByRole('region', { name: '办理', exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Chooses an action of the case. Its label may be followed by the number of its key. */
  async choose(label: string): Promise<void> {
    await this.turn.getByRole('button', { name: new RegExp(`^${label}\\s?\\d?$`) }).click();
  }

  /** Confirms what the drawer asks, and waits until it has gone. */
  async confirm(label: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async act(label: string): Promise<void> {
    await this.choose(label);
    await this.confirm(label);
  }

  /** What other agencies and systems do arrives by itself in half a minute; whoever waits for it looks again. */
  async lookAgainUntil(seen: Locator): Promise<void> {
    for (let looks = 0; ; looks++) {
      try {
        await seen.first().waitFor({ timeout: 2000 });
        return;
      } catch (error) {
        if (looks === 12) throw error;
        await this.page.reload();
        await this.turn.waitFor();
      }
    }
  }

  shows(words: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    return within.getByText(words).first().waitFor();
  }
}

export interface Finding {
  rule: string;
  impact: string;
  where: string;
}

/** What axe finds on the page as it stands (WCAG 2 A and AA). */
export async function findingsOf({ page }: Desk): Promise<Finding[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({
      rule: id,
      impact: impact ?? 'minor',
      where: `${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    })),
  );
}

export const serious = ({ impact }: Finding): boolean => impact === 'serious' || impact === 'critical';

/** No finding that keeps somebody from using the page. */
export async function expectUsable(desk: Desk): Promise<void> {
  expect((await findingsOf(desk)).filter(serious)).toEqual([]);
}
