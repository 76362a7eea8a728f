import { z } from 'zod';
import { read } from '../http/input';
import type { Route } from '../http/server';
import { once } from '../world/keyed';
import type { World } from '../world/world';

const message = z.strictObject({
  key: z.string().min(1).max(128),
  to: z.string().regex(/^\+?\d{5,20}$/, '应为电话号码'),
  text: z.string().trim().min(1).max(1000),
});

/** The SMS gateway: keeps what it was given, sends nothing to anybody. */
export function smsRoutes(world: World): Route[] {
  return [
    {
      method: 'POST',
      path: '/sms/messages',
      handle: (call) =>
        once(world, 'sms', read(message, call.raw), () => ({
          messageNo: `DX${String(world.nextSerial('sms')).padStart(10, '0')}`,
          status: 'sent',
        })),
    },
  ];
}
