import { Button, Upload } from 'antd';
import { useRef, useState } from 'react';
import { isProblem, remove } from '../../client';
import type { KeptFile } from './kept-file';
import { FilePreview } from './file-preview';
import './files.css';
import { fileFault, sendFile, sizeWords } from './send-file';

interface Props {
  name: string;
  files: KeptFile[];
  onChange: (files: KeptFile[]) => void;
}
interface OnTheWay {
  file: File;
  fault?: string;
}

/** Files of one material: sent at once, previewed, removed; one that did not arrive stays in hand and is sent again. */
export function MaterialFiles({ name, files, onChange }: Props) {
  const [way, setWay] = useState<OnTheWay[]>([]);
  const [shown, setShown] = useState<KeptFile>();
  const kept = useRef(files);
  kept.current = files;

  const done = (file: File): void => setWay((before) => before.filter((one) => one.file !== file));
  const send = async (file: File): Promise<void> => {
    setWay((before) => [...before.filter((one) => one.file !== file), { file }]);
    const failed = (fault: string): void =>
      setWay((before) => before.map((one) => (one.file === file ? { file, fault } : one)));
    const fault = await fileFault(file);
    if (fault) return failed(fault);
    try {
      const sent = await sendFile(file);
      done(file);
      kept.current = [...kept.current, sent];
      onChange(kept.current);
    } catch (error) {
      failed(isProblem(error) ? (error.errors[0]?.message ?? (error.detail || error.title)) : '没有传上去，请重试');
    }
  };
  const drop = (id: string): void => {
    onChange(files.filter((file) => file.id !== id));
    void remove(`/api/uploads/${id}`).catch(() => undefined);
  };

  return (
    <div className="material-files">
      {files.map((file) => (
        <div key={file.id}>
          <button
            type="button"
            className="link-button"
            onClick={() => setShown(file)}
            title={`SHA-256 ${file.sha256}`}
            aria-label={`预览 ${file.fileName}`}
          >
            {file.fileName}
          </button>{' '}
          <span className="quiet nowrap">{sizeWords(file.bytes)}</span>{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => drop(file.id)}
            aria-label={`删除 ${file.fileName}`}
          >
            删除
          </button>
        </div>
      ))}
      {way.map(({ file, fault }) => (
        <div key={`${file.name}-${file.lastModified}`} role={fault ? 'alert' : 'status'}>
          {file.name} {fault ? <span className="file-fault">{fault}</span> : <span className="quiet">正在上传…</span>}{' '}
          {fault && (
            <>
              <button type="button" className="link-button" onClick={() => void send(file)}>
                重试
              </button>{' '}
              <button type="button" className="link-button" onClick={() => done(file)}>
                移去
              </button>
            </>
          )}
        </div>
      ))}
      <Upload
        accept=".pdf,.jpg,.jpeg,.png"
        multiple
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <Button size="small" aria-label={`上传${name}`}>
          上传
        </Button>
      </Upload>
      <FilePreview file={shown} onClose={() => setShown(undefined)} />
    </div>
  );
}
