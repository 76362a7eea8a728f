import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { postsSchema, type PostsFile } from '../schema/posts';
import { CatalogFileError, readAs } from './read-file';

type Entry = Record<string, unknown>;

/** The posts of an edition; an edition whose items name none has no file. */
export function readPosts(folder: string, root: string): PostsFile['posts'] {
  const file = join(folder, 'posts.yaml');
  return existsSync(file) ? readAs(postsSchema, file, root).posts : [];
}

/** Puts role and unit of the post in the place of `post: <id>` in an item's stages. */
export function resolvePosts(item: unknown, posts: PostsFile['posts'], file: string): unknown {
  if (item === null || typeof item !== 'object' || !('stages' in item) || !Array.isArray(item.stages)) return item;
  const stages = item.stages.map((stage: Entry) => {
    if (typeof stage?.post !== 'string') return stage;
    const { post: id, ...rest } = stage;
    const post = posts.find((one) => one.id === id);
    if (!post)
      throw new CatalogFileError([{ file, at: `stages.${String(stage.id)}`, problem: `no post is named ${id}` }]);
    return { name: post.name, ...rest, role: post.role, unit: post.unit };
  });
  return { ...item, stages };
}
