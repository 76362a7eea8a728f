import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import express, { type Request, type Response, type NextFunction } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { CONFIG, type Config } from '../config/config';
import { Metrics } from '../metrics/metrics';
import { bodyParsers } from './body';
import { serveDocument } from './open-api';

/** antd writes styles into the page. Not every hall serves TLS inside its own network, so nothing is upgraded to it. */
const contentPolicy = {
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'upgrade-insecure-requests': null,
};

const serverPaths = /^\/(api|public|metrics)(\/|$)/;

/** The built screens, where they are built: any address that is no file and no resource is a page of theirs. */
function serveScreens(app: NestExpressApplication, webRoot: string): void {
  const page = join(webRoot, 'index.html');
  if (!existsSync(page)) return;
  app.use(express.static(webRoot, { index: false, maxAge: '1h' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const wantsPage = request.method === 'GET' && !serverPaths.test(request.path) && request.accepts('html');
    if (wantsPage) response.sendFile(page);
    else next();
  });
}

/** Everything around the routes; the same for the process and for tests. The application is made with `bodyParser: false`. */
export function configureApplication(app: NestExpressApplication): void {
  const config = app.get<Config>(CONFIG);
  app.set('trust proxy', config.trustedProxies);
  app.useLogger(app.get(Logger));
  app.use(app.get(Metrics, { strict: false }).observe);
  app.use(helmet({ contentSecurityPolicy: { directives: contentPolicy } }));
  app.use(cookieParser());
  serveScreens(app, config.webRoot);
  for (const parser of bodyParsers) app.use(parser);
  serveDocument(app);
}
