import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { CONFIG, type Config } from '../config/config';
import { errorSummary } from './error-summary';
import { redactedPaths, shownPath } from './redaction';

/** A request id of the caller is taken when it is a plain token; anything else could carry text into the log. */
function requestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

@Module({
  imports: [
    LoggerModule.forRootAsync({
      imports: [],
      providers: [],
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        pinoHttp: {
          level: config.logLevel,
          genReqId: requestId,
          wrapSerializers: false,
          redact: { paths: redactedPaths, censor: '[redacted]' },
          autoLogging: {
            ignore: (request: IncomingMessage) =>
              shownPath(request.url) === '/api/health' || request.url === '/metrics',
          },
          serializers: {
            err: (error: unknown) => errorSummary(error),
            req: (request: { id: string; method: string; url: string }) => ({
              id: request.id,
              method: request.method,
              path: shownPath(request.url),
            }),
            res: (response: { statusCode: number }) => ({ status: response.statusCode }),
          },
        },
      }),
    }),
  ],
})
export class LoggingModule {}
