import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { CONFIG, type Config } from '../config/config';
import { Metrics } from '../metrics/metrics';
import { bodyParsers } from './body';
import { serveDocument } from './open-api';
import { serveScreens } from './screens';

/** antd writes styles into the page. Not every hall serves TLS inside its own network, so nothing is upgraded to it. */
const contentPolicy = {
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'upgrade-insecure-requests': null,
};

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
