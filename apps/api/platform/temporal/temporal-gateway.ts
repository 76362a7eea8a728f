import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createDataConverter, type Keys } from '@due-process/secrets';
import { Client, Connection } from '@temporalio/client';
import { CONFIG, type Config } from '../config/config';
import { Problem } from '../errors/problem';
import { KEYS } from '../keys/keys.module';

/** Every call ends within this time; what comes later is answered 503 and is safe to repeat with the same update id. */
export const callDeadlineMs = 8000;

/** A server that was restarted is found again within a second, not within ten. */
const channelArgs = {
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1000,
};

/** The one way to the engine. The connection is made on first use: the API starts without it. */
@Injectable()
export class TemporalGateway implements OnApplicationShutdown {
  readonly client: Client;
  private readonly connection: Connection;
  /** Calls that the client has not given up yet, also those nobody waits for any more. */
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(KEYS) keys: Keys,
  ) {
    this.connection = Connection.lazy({ address: config.temporalAddress, channelArgs, connectTimeout: '3s' });
    this.client = new Client({
      connection: this.connection,
      namespace: config.temporalNamespace,
      dataConverter: createDataConverter(keys),
    });
  }

  get namespace(): string {
    return this.config.temporalNamespace;
  }

  /** Runs calls of the client under the deadline. Throws what the client throws; the problem filter maps it. */
  call<T>(work: (client: Client) => Promise<T>, deadlineMs: number = callDeadlineMs): Promise<T> {
    const call = this.connection.withDeadline(Date.now() + deadlineMs, () => work(this.client));
    this.underWay.add(call);
    const over = () => this.underWay.delete(call);
    call.then(over, over);
    return inTime(call, deadlineMs);
  }

  get workflowService(): Connection['workflowService'] {
    return this.connection.workflowService;
  }

  /** A try that comes after the channel was closed would be thrown at nobody and end the process: the last call is waited for. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.underWay);
    await this.connection.close();
  }
}

/** The client goes on waiting between its own retries when the server is away, up to three seconds past the deadline: nobody waits for that. */
async function inTime<T>(call: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Problem('SERVICE_UNAVAILABLE')), deadlineMs);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}
