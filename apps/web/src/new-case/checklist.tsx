import type { ItemPublished } from '@due-process/contracts';
import { MaterialsInput } from '../parts/fields';
import type { KeptFile } from '../parts/files/kept-file';
import { MaterialFiles } from '../parts/files/material-files';
import { askedMaterials, type Entry } from './entry';

interface Props {
  item: ItemPublished;
  entry: Entry;
  change: (part: (before: Entry) => Entry) => void;
}

/** Each line of the checklist that this situation asks for, and the files brought for it. A file brought is a material received. */
export function Checklist({ item, entry, change }: Props) {
  const asked = askedMaterials(item, entry);
  const setFiles = (id: string, files: KeptFile[]): void =>
    change((before) => ({
      ...before,
      uploads: { ...before.uploads, [id]: files },
      materials:
        files.length > 0 && (before.materials[id]?.status ?? 'missing') === 'missing'
          ? { ...before.materials, [id]: { ...before.materials[id], id, status: 'received' } }
          : before.materials,
    }));
  if (asked.length === 0) return <p className="quiet">此情形不收取材料。</p>;
  const all = (): void =>
    change((before) => ({
      ...before,
      materials: {
        ...Object.fromEntries(asked.map(({ id }) => [id, { id, status: 'received' as const }])),
        ...Object.fromEntries(Object.entries(before.materials).filter(([, line]) => line.status !== 'missing')),
      },
    }));
  const there = asked.filter(({ id }) => (entry.materials[id]?.status ?? 'missing') !== 'missing').length;
  return (
    <>
      <div className="checklist-head">
        <span className="quiet">
          已收 {there} / {asked.length} 项
        </span>
        <button type="button" className="link-button" onClick={all} disabled={there === asked.length}>
          全部已收
        </button>
      </div>
      {asked.map((material) => (
        <div key={material.id} className="checklist-line">
          <MaterialsInput
            offered={[material]}
            value={entry.materials}
            onChange={(materials) => change((before) => ({ ...before, materials }))}
          />
          <MaterialFiles
            name={material.name}
            files={entry.uploads[material.id] ?? []}
            onChange={(files) => setFiles(material.id, files)}
          />
        </div>
      ))}
    </>
  );
}
