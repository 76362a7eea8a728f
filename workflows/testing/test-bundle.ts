import { stories } from '../stories';
import { testStories } from './test-stories';

Object.assign(stories, testStories);
export * from '../index';
