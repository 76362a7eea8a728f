import { Button, Progress, Table } from 'antd';
import { useState } from 'react';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { BulkDrawer } from './bulk-drawer';
import { BulkStart } from './bulk-start';
import { useBulkRuns, type BulkRun } from './bulk';

/** 批量办理: what was begun, how far it is, and the way to begin another. */
export function BulkPanel() {
  const runs = useBulkRuns();
  const [starting, setStarting] = useState(false);
  const [shown, setShown] = useState<string>();
  return (
    <>
      <Button type="primary" onClick={() => setStarting(true)} style={{ marginBottom: 8 }}>
        新的批量办理
      </Button>
      <Loaded query={runs}>
        {(data) => (
          <Table<BulkRun>
            size="small"
            rowKey="id"
            dataSource={data.runs}
            pagination={{ pageSize: 10, hideOnSinglePage: true }}
            locale={{ emptyText: '还没有批量办理过' }}
            columns={[
              {
                title: '内容',
                render: (_, { kindWords, toName, reason, createdByName, createdAt }) => (
                  <>
                    {kindWords}
                    {toName && ` → ${toName}`}：{reason}
                    <div className="quiet">
                      {createdByName} {shanghaiTime(createdAt)}
                    </div>
                  </>
                ),
              },
              {
                title: '进度',
                width: 220,
                render: (_, { total, pending, done, failed, skipped, stateWords }) => (
                  <>
                    <Progress
                      percent={total === 0 ? 100 : Math.round(((total - pending) / total) * 100)}
                      size="small"
                      aria-label="进度"
                    />
                    <span className="quiet">
                      {stateWords}：共 {total}，已办 {done}，失败 {failed}，无需 {skipped}
                    </span>
                  </>
                ),
              },
              {
                title: '操作',
                width: 80,
                render: (_, { id }) => (
                  <Button size="small" onClick={() => setShown(id)}>
                    查看
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {starting && (
        <BulkStart
          close={(id) => {
            setStarting(false);
            setShown(id);
          }}
        />
      )}
      <BulkDrawer id={shown} show={setShown} />
    </>
  );
}
