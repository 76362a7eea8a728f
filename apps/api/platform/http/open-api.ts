import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ERRORS } from '@due-process/contracts';
import { problemSchema } from '@due-process/contracts/schemas';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { sessionCookie } from '../access/session-reader';

const description = '医保经办服务事项办理。错误一律为 application/problem+json（RFC 9457），code 见 x-error-codes。';

function bare(app: NestExpressApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Due Process')
    .setDescription(description)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth(sessionCookie);
  return SwaggerModule.createDocument(app, builder.build());
}

interface Operation {
  responses?: Record<string, unknown>;
}

/** Every operation may answer with a problem; every code stands in the document with its status. */
function documentOf(app: NestExpressApplication): object {
  const document = bare(app);
  const { $schema: _, ...problem } = z.toJSONSchema(problemSchema, { io: 'output' });
  const schema = { $ref: '#/components/schemas/Problem' };
  const anyProblem = { description: '错误', content: { 'application/problem+json': { schema } } };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, Operation>)) {
      if (operation.responses) operation.responses['default'] = anyProblem;
    }
  }
  const schemas = { ...document.components?.schemas, Problem: problem };
  return { ...document, components: { ...document.components, schemas }, 'x-error-codes': ERRORS };
}

/** Made from the schemas that validate, when first asked for. */
export function serveDocument(app: NestExpressApplication): void {
  let text: string | undefined;
  app.use('/api/openapi.json', (_request: Request, response: Response) => {
    text ??= JSON.stringify(documentOf(app));
    response.type('application/json').send(text);
  });
}
