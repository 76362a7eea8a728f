import { z } from 'zod';

/** What the catalogue must know of a story to hold an item against it: its parameters, what it opens, sends, issues and waits for. */
export interface StoryKnowledge {
  params: z.ZodType;
  /** Stages it opens with these parameters; the item must describe each of them and no other. */
  stages(params: Record<string, unknown>): string[];
  /** Those of them that this application passes when nothing goes wrong; all of them where it is left out. */
  course?(params: Record<string, unknown>, application: Application): string[];
  /** Letters it sends and waits for. */
  sends: string[];
  receives: string[];
  /** Documents it issues besides its letters and the kernel's own. */
  documents?: string[];
  /** Bytes its items may take instead of the usual: for courses that are long and few. */
  sizeBudget?: { plain: number; packed: number };
  /** Facts it brings about by itself: `file.fact(name)`. */
  facts?: string[];
}

/** What tells by which way an application goes: how it came, what it asks for, and the facts known of it. */
export interface Application {
  channel: string;
  variant?: string;
  facts: Readonly<Record<string, string>>;
}

/** Whether it came by one of these channels. */
export const cameBy = (channels: unknown, { channel }: Application): boolean =>
  Array.isArray(channels) ? channels.includes(channel) : channels === channel;

/** `onward` is the action without which no case leaves the stage; an optional stage is opened only when something went wrong. */
export interface StageKnowledge {
  onward: string;
  others: string[];
  /** Opened only when something came back, was objected to or has to be asked for again. */
  onTrouble?: true;
}

/** One family of items: its stories and the stages that only they know. */
export interface Family {
  stories: Readonly<Record<string, StoryKnowledge>>;
  stages: Readonly<Record<string, StageKnowledge>>;
}

/** Parameters of every story that may have a review. */
export const reviewed = {
  /** `human`: a reviewer decides; `automatic`: the facts decide; `none`: the guide has no review. */
  review: z.enum(['none', 'human', 'automatic']),
  /** Channels in which the facts decide although `review` is human. */
  automaticChannels: z.array(z.string()).optional(),
};
export const reviewStage = (params: Record<string, unknown>): string[] => (params.review === 'human' ? ['review'] : []);
