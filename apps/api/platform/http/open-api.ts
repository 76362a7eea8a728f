import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { sessionCookie } from '../access/session-reader';

/** The document is made from the schemas that validate, when first asked for. */
export function serveDocument(app: INestApplication): void {
  let text: string | undefined;
  app.use('/api/openapi.json', (_request: Request, response: Response) => {
    text ??= JSON.stringify(
      SwaggerModule.createDocument(
        app,
        new DocumentBuilder()
          .setTitle('Due Process')
          .setDescription('医保经办服务事项办理。错误一律为 application/problem+json（RFC 9457），含稳定的 code。')
          .setVersion('1')
          .setOpenAPIVersion('3.1.0')
          .addCookieAuth(sessionCookie)
          .build(),
      ),
    );
    response.type('application/json').send(text);
  });
}
