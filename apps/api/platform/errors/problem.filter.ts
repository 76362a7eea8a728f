import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { problemOf } from './failures';
import { Problem } from './problem';

function httpProblem(error: unknown): Problem | undefined {
  if (!(error instanceof HttpException)) return undefined;
  if (error.getStatus() === 404) return new Problem('NOT_FOUND');
  if (error.getStatus() === 429) return new Problem('RATE_LIMITED');
  return error.getStatus() < 500 ? new Problem('INPUT_INVALID', { cause: error }) : undefined;
}

/** Every error leaves as problem details (RFC 9457); what nobody foresaw as 500 without a word about the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { id?: string }>();
    const response = http.getResponse<Response>();
    const problem = problemOf(error) ?? httpProblem(error) ?? new Problem('INTERNAL', { cause: error });
    if (problem.httpStatus >= 500) this.log.error({ err: error, code: problem.code }, problem.message);
    if (response.headersSent) {
      response.end();
      return;
    }
    response.status(problem.httpStatus).set(problem.headers).set('Cache-Control', 'no-store');
    response.type('application/problem+json').send(JSON.stringify(problem.body(request.id)));
  }
}
