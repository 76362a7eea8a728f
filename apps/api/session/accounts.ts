import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { checkPassword } from './password';

@Injectable()
export class Accounts {
  constructor(private readonly database: Database) {}

  /** The account's id when username and password belong together and the account is in use. */
  async identify(username: string, password: string): Promise<string | undefined> {
    const [found] = await this.database.query<{ id: string; password_hash: string }>(
      'SELECT id, password_hash FROM account WHERE username = $1 AND active',
      [username],
    );
    return (await checkPassword(found?.password_hash, password)) ? found?.id : undefined;
  }
}
