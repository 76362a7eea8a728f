import { Modal } from 'antd';
import { sizeWords } from './send-file';
import type { KeptFile } from './kept-file';

interface Props {
  file: KeptFile | undefined;
  onClose: () => void;
}

export function FilePreview({ file, onClose }: Props) {
  const address = `/api/uploads/${file?.id ?? ''}`;
  return (
    <Modal
      open={file !== undefined}
      title={file?.fileName}
      footer={null}
      width={860}
      onCancel={onClose}
      destroyOnHidden
    >
      {file && (
        <>
          <p className="quiet file-facts">
            {sizeWords(file.bytes)} · SHA-256 {file.sha256.slice(0, 16)}… ·{' '}
            <a href={address} target="_blank" rel="noreferrer">
              在新窗口打开
            </a>
          </p>
          {file.mediaType === 'application/pdf' ? (
            <iframe className="file-frame" src={address} title={file.fileName} />
          ) : (
            <img className="file-image" src={address} alt={file.fileName} />
          )}
        </>
      )}
    </Modal>
  );
}
