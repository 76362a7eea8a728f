import type { EnrolmentRegistry } from './core/registry';
import type { Courier } from './exchange/courier';
import type { ExchangePlatform } from './exchange/platform';
import type { PlayedCities } from './exchange/played-cities';
import type { Recipient } from './exchange/recipient';
import type { Keys } from './keys';
import type { World } from './world/world';

/** The parts of the outside world, wired together. */
export interface Outside {
  world: World;
  keys: Keys;
  platform: ExchangePlatform;
  courier: Courier;
  cities: PlayedCities;
  recipient: Recipient;
  registry: EnrolmentRegistry;
}
